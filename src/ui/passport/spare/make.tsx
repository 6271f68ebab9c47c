import { Button } from '../../parts/button.tsx';
import { fileDown } from '../../parts/icons.ts';
import { people, tick } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import type { Make, Making } from './making.ts';
import { useSpare } from './use-spare.ts';

/** The one button that makes a spare copy, and in its place how far it is and what became of it. */
export const MakeCopy = ({ make, onPress }: { make: Make; onPress: () => void }) => {
  const { now, slip } = make;
  const { lacks } = useSpare();
  return (
    <div class="made">
      {lacks && now.at !== 'out' && <Lacks when="before" />}
      <div role="alert">{slip && <Note look="wrong">{t(slip)}</Note>}</div>
      <div role="status">
        {now.at === 'making' && <Progress done={now.done} />}
        {now.at === 'out' && <Out out={now} />}
        {now.at === 'out' && now.lacks && <Lacks when="after" />}
        {now.at === 'ready' && (
          <Note title={t('spare.ready')}>{t(now.closed ? 'spare.closed' : 'spare.ready.text')}</Note>
        )}
      </div>
      {now.at === 'ready' && <Send make={make} />}
      {now.at === 'idle' && (
        <Button look="solid" wide tall onPress={onPress}>
          {t('spare.make')}
        </Button>
      )}
    </div>
  );
};

/** A copy of what is hurt is no whole one. */
export const Lacks = ({ when }: { when: 'before' | 'after' }) => (
  <Note look="ask" title={t('spare.lacks')}>
    {t(`spare.lacks.${when}`)}
  </Note>
);

const Progress = ({ done }: { done: number }) => (
  <div class="stack-2">
    <p>{t('spare.making')}</p>
    <progress class="left-bar" value={done} max={1} aria-label={t('spare.making.bar')} />
  </div>
);

const Send = ({ make }: { make: Make }) => (
  <div class="stack-2">
    <Button look="solid" wide icon={people} onPress={() => void make.send('give')}>
      {t('spare.send')}
    </Button>
    <Button wide icon={fileDown} onPress={() => void make.send('save')}>
      {t('spare.save')}
    </Button>
  </div>
);

/** Where it went nobody here can know: what is true, and what to do. */
const Out = ({ out }: { out: Extract<Making, { at: 'out' }> }) => (
  <Note icon={tick} title={t('spare.out')}>
    <p>
      <bdi>{t(`spare.out.${out.how}`, { name: out.name })}</bdi>
    </p>
    <p>{t('spare.out.where')}</p>
  </Note>
);
