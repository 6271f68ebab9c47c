import { useRef, useState } from 'preact/hooks';
import type { Afterwards, ShareEntry } from '../../../domain/share.ts';
import { Button, Ghost } from '../../parts/button.tsx';
import { ChipChoice } from '../../parts/choice.tsx';
import { Facts, Group } from '../../parts/facts.tsx';
import { LongField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { useTyped } from '../typed.ts';

const looks: readonly NonNullable<Afterwards['looked']>[] = ['yes', 'partly', 'no', 'not-sure'];

interface AfterProps {
  entry: ShareEntry;
  /** The question stands open. */
  asking: boolean;
  onAsking: (asking: boolean) => void;
}

/** How it went: asked once it closed, then what was said. */
export const After = ({ entry, asking, onAsking }: AfterProps) =>
  asking ? (
    <AskAfter entry={entry} onDone={() => onAsking(false)} />
  ) : (
    <Said entry={entry} onChange={() => onAsking(true)} />
  );

/** What was said; where it was skipped, a way to say it after all. */
const Said = ({ entry, onChange }: { entry: ShareEntry; onChange: () => void }) => {
  if (!entry.asked) return null;
  const { looked, treated, next } = entry.after ?? {};
  const facts = [
    ...(looked ? [{ label: t('log.after.looked'), value: t(`log.after.looked.${looked}`) }] : []),
    ...(treated ? [{ label: t('log.after.treated'), value: treated }] : []),
    ...(next ? [{ label: t('log.after.next'), value: next }] : []),
  ];
  const change = (
    <div class="outdent gap-above-s">
      <Ghost line onPress={onChange}>
        {t(facts.length > 0 ? 'log.after.change' : 'log.after.write')}
      </Ghost>
    </div>
  );
  if (facts.length === 0) return change;
  return (
    <Group title={t('log.after.title')}>
      <Facts facts={facts} />
      {change}
    </Group>
  );
};

type Answers = Record<keyof Afterwards, string>;

const asked = ({ looked, treated, next }: Answers): Afterwards => {
  const look = looks.find(id => id === looked);
  return { ...(look ? { looked: look } : {}), treated, next };
};

/** Three short questions. What is typed is kept with the entry at once, so that no lock takes it. */
const AskAfter = ({ entry, onDone }: { entry: ShareEntry; onDone: () => void }) => {
  const { say } = useApp();
  const sharing = useSharing();
  const [start] = useState(entry);
  const before = start.after ?? {};
  const [answers, setAnswers] = useState<Answers>({ looked: '', treated: '', next: '', ...before });
  const now = useRef(answers);
  const typed = useTyped(() => sharing.went(entry.id, asked(now.current), start.asked ?? false));
  const set = (part: Partial<Answers>) => {
    now.current = { ...now.current, ...part };
    setAnswers(now.current);
    typed.touch();
  };
  const finish = async (word: 'log.after.saved' | 'log.after.skipped') => {
    typed.end();
    const words = asked(now.current);
    const saves = word === 'log.after.saved';
    const back = start.asked && saves ? before : words;
    try {
      await sharing.went(entry.id, saves ? words : start.asked ? before : {}, true);
      onDone();
      const said = start.asked && !saves ? 'log.after.unchanged' : word;
      say({ text: t(said), undo: () => sharing.went(entry.id, back, start.asked ?? false) });
    } catch (error) {
      typed.resume();
      say({ text: t(failed(error)) });
    }
  };
  return (
    <Group title={t('log.after.ask')}>
      <p class="quiet gap-above-s">{t(start.asked ? 'log.after.only-you' : 'log.after.hint')}</p>
      <form class="gap-above" autocomplete="off" onSubmit={event => event.preventDefault()}>
        <ChipChoice
          id="after-looked"
          label={t('log.after.ask.looked')}
          options={looks.map(id => ({ id, label: t(`log.after.looked.${id}`) }))}
          value={answers.looked}
          onInput={looked => set({ looked })}
        />
        <LongField
          id="after-treated"
          label={t('log.after.ask.treated')}
          value={answers.treated}
          onInput={treated => set({ treated })}
        />
        <LongField
          id="after-next"
          label={t('log.after.ask.next')}
          value={answers.next}
          onInput={next => set({ next })}
        />
        <div class="pair">
          <Button onPress={() => void finish('log.after.skipped')}>
            {t(start.asked ? 'form.not-now' : 'log.after.skip')}
          </Button>
          <Button look="solid" onPress={() => void finish('log.after.saved')}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </Group>
  );
};
