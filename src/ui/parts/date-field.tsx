import type { TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { SaidDate } from '../../domain/item.ts';
import { t } from '../words/words.ts';
import { type Asked, BlockGroup } from './block.tsx';
import { Chip } from './choice.tsx';
import { type DateParts, dayAgo, fromParts, noParts, toParts } from './said-parts.ts';

interface DateFieldProps extends Asked {
  value: SaidDate;
  onInput: (value: SaidDate) => void;
  /** Offers today and yesterday. */
  past?: boolean | undefined;
  /** Asks for the time of day too. */
  time?: boolean | undefined;
  now?: Date | undefined;
}

type Mode = 'today' | 'yesterday' | 'parts' | 'own' | 'unsure' | null;

const modeOf = (value: SaidDate, past: boolean | undefined, now: Date): Mode => {
  if (!value) return past ? null : 'parts';
  if (value === t('parts.notSure')) return 'unsure';
  const day = value.slice(0, 10);
  if (past && day === dayAgo(now, 0)) return 'today';
  if (past && day === dayAgo(now, 1)) return 'yesterday';
  return toParts(value) ? 'parts' : 'own';
};

interface InputProps {
  name: keyof DateParts;
  parts: DateParts;
  id: string;
  invalid: boolean;
  onParts: (parts: DateParts) => void;
}

const Part = ({ name, parts, id, invalid, onParts }: InputProps) => {
  const shared = {
    id,
    autoComplete: 'off',
    value: parts[name],
    'aria-invalid': invalid ? true : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) =>
      onParts({ ...parts, [name]: event.currentTarget.value }),
  };
  return (
    <label for={shared.id}>
      {t(`parts.date.${name}`)}
      {name === 'time' ? (
        <input {...shared} class="field num clock" type="time" />
      ) : (
        <input
          {...shared}
          class={name === 'year' ? 'field num y' : 'field num'}
          type="text"
          inputMode="numeric"
        />
      )}
    </label>
  );
};

const partsFor = (mode: Mode, value: SaidDate, time: string, now: Date): DateParts => {
  if (mode === 'today' || mode === 'yesterday') {
    return { ...toParts(dayAgo(now, mode === 'today' ? 0 : 1))!, time };
  }
  return { ...(toParts(value) ?? noParts), time };
};

/**
 * A date as far as it is known: a year, a month, a day, own words, or "not sure". Nothing typed is thrown away:
 * what makes no sense as a date is kept as own words.
 */
export const DateField = ({ value, onInput, past, time, now = new Date(), ...asked }: DateFieldProps) => {
  const [mode, setMode] = useState<Mode>(() => modeOf(value, past, now));
  const [parts, setParts] = useState<DateParts>(() => toParts(value) ?? noParts);

  const change = (next: DateParts) => {
    setParts(next);
    onInput(fromParts(next));
  };
  const pick = (next: Mode) => {
    const to = next === mode ? (past ? null : 'parts') : next;
    setMode(to);
    if (to === 'unsure') onInput(t('parts.notSure'));
    else if (to === 'own') onInput(toParts(value) || value === t('parts.notSure') ? '' : value);
    else if (to === null) change(noParts);
    else change(partsFor(to, value, parts.time, now));
  };
  const chip = (of: Exclude<Mode, null>, id?: string) => (
    <Chip
      id={id}
      name={asked.id}
      checked={mode === of}
      label={t(of === 'parts' ? 'parts.date.another' : `parts.date.${of}`)}
      onPress={() => pick(of)}
    />
  );
  const part = (name: keyof DateParts, id = `${asked.id}-${name}`) => (
    <Part name={name} parts={parts} id={id} invalid={!!asked.err} onParts={change} />
  );

  const first = past ? `${asked.id}-chips` : asked.id;
  const own = mode === 'own' && (
    <label class="own-words">
      <span class="hint">{t('parts.ownWords')}</span>
      <input
        class="field"
        id={asked.id}
        type="text"
        dir="auto"
        autoComplete="off"
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
      />
    </label>
  );

  return (
    <BlockGroup {...asked}>
      {mode === 'parts' && (
        <div class="dates">
          {part('day', asked.id)}
          {part('month')}
          {part('year')}
          {time && part('time')}
        </div>
      )}
      {own}
      <div class="chips">
        {past && chip('today', mode === 'parts' || mode === 'own' ? undefined : first)}
        {past && chip('yesterday')}
        {past && chip('parts')}
        {chip('own')}
        {chip('unsure')}
      </div>
      {time && (mode === 'today' || mode === 'yesterday') && <div class="dates">{part('time')}</div>}
    </BlockGroup>
  );
};
