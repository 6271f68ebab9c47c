import type { Privacy, SourceType } from '../../../domain/item.ts';
import { ChipChoice, PickBoxed } from '../../parts/choice.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import { idOf } from './slips.ts';
import type { Form } from './use-form.ts';

const asked: readonly SourceType[] = ['me', 'provider', 'peer', 'document'];
const named = ['provider', 'peer', 'document'] as const;

/** Who said it: the person, someone who treats them, a peer, or a label or letter; and which one. */
export const WhoTold = ({ form }: { form: Form }) => {
  const { source } = form.filled;
  // Only a code that was scanned can say so; it is offered where it stands already.
  const types = source.type === 'scanned' ? [...asked, source.type] : asked;
  const withName = named.find(type => type === source.type);
  const pick = (type: string) => {
    const next = types.find(one => one === type) ?? 'me';
    const { name: _name, ...rest } = source;
    form.change({ source: next === source.type ? source : { ...rest, type: next } });
  };
  return (
    <>
      <ChipChoice
        id={idOf('source')}
        label={t('form.who')}
        one
        options={types.map(id => ({ id, label: t(`form.who.${id}`) }))}
        value={source.type}
        onInput={pick}
      />
      {withName && (
        <TextField
          id={idOf('sourceName')}
          label={t(`form.who.${withName}.name`)}
          value={source.name ?? ''}
          onInput={name => form.change({ source: { ...source, name } })}
        />
      )}
    </>
  );
};

interface AsOfProps {
  form: Form;
  err: string | undefined;
  /** It says how something was on a day, and not what holds since. */
  onDay?: boolean;
}

export const AsOf = ({ form, err, onDay }: AsOfProps) => (
  <DateField
    id={idOf('asOf')}
    label={t(onDay ? 'form.on-day' : 'form.as-of')}
    err={err}
    past
    value={form.filled.asOf}
    onInput={asOf => form.change({ asOf })}
  />
);

/** Who looked at it with the person, and when. Most things nobody checked, so it comes last and asks little. */
export const WhoChecked = ({ form }: { form: Form }) => {
  const { source } = form.filled;
  const { checkedBy, checkedOn, ...unchecked } = source;
  return (
    <>
      <TextField
        id={idOf('checkedBy')}
        label={t('form.checked')}
        hint={t('form.checked.hint')}
        value={checkedBy ?? ''}
        onInput={name => form.change({ source: name ? { ...source, checkedBy: name } : unchecked })}
      />
      {checkedBy && (
        <DateField
          id={idOf('checkedOn')}
          label={t('form.checked.on')}
          past
          value={checkedOn ?? ''}
          onInput={day => form.change({ source: { ...source, checkedOn: day } })}
        />
      )}
    </>
  );
};

const marks: readonly Privacy[] = ['open', 'careful', 'just-me'];

export const HowPrivate = ({ form }: { form: Form }) => (
  <PickBoxed
    id={idOf('privacy')}
    label={t('form.private')}
    options={marks.map(privacy => ({
      id: privacy,
      label: t(`parts.privacy.${privacy}`),
      text: t(`parts.privacy.${privacy}.text`),
      privacy,
    }))}
    value={form.filled.privacy}
    onInput={picked => form.change({ privacy: marks.find(mark => mark === picked) ?? 'careful' })}
  />
);
