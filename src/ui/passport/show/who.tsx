import type { Purpose } from '../../../domain/share.ts';
import { Button } from '../../parts/button.tsx';
import { ChipChoice, PickBoxed } from '../../parts/choice.tsx';
import { TextField } from '../../parts/field.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Page } from '../page.tsx';
import type { ScreenOf } from '../routes.ts';
import { useFlow } from './flow.ts';
import { FlowTop } from './flow-top.tsx';

const purposes: readonly Purpose[] = ['gp', 'pharmacy', 'emergency', 'worker', 'own'];

const lengths = { '15': 15, '60': 60, week: 7 * 24 * 60 } as const;

/** Minutes left of today. */
const restOfToday = (now: number): number => {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  return Math.max(1, Math.round((end.getTime() - now) / 60_000));
};

const lengthOf = (minutes: number): string =>
  Object.entries(lengths).find(([, length]) => length === minutes)?.[0] ?? 'today';

/** Who is it for, why, and for how long. */
export const Who: ScreenOf<'show/who'> = ({ route }) => {
  const { router, session } = useApp();
  const { draft, set, propose } = useFlow(route);
  const next = () => router.go({ name: 'show/what', draft: propose() });
  const setLength = (id: string) => {
    const fixed = Object.entries(lengths).find(([name]) => name === id)?.[1];
    set({ minutes: fixed ?? (id === 'today' ? restOfToday(session.clock.now()) : draft.minutes) });
  };
  return (
    <Page
      dock={
        <Button look="solid" wide onPress={next}>
          {t('show.next.what')}
        </Button>
      }
    >
      <FlowTop step={1} />
      <h1 class="title gap-above" tabIndex={-1}>
        {t('show.who.title')}
      </h1>
      <p class="intro">{t('show.who.hint')}</p>
      <form class="gap-above" onSubmit={event => event.preventDefault()}>
        <PickBoxed
          id="show-purpose"
          label={t('show.who.title')}
          quiet
          options={purposes.map(id => ({
            id,
            label: t(`show.purpose.${id}`),
            text: t(`show.purpose.${id}.hint`),
          }))}
          value={draft.purpose}
          onInput={id => set({ purpose: purposes.find(purpose => purpose === id) ?? 'own' })}
        />
        <TextField
          id="show-to"
          label={t('show.to')}
          hint={t('show.to.hint')}
          value={draft.to}
          onInput={to => set({ to })}
        />
        <TextField
          id="show-why"
          label={t('show.why')}
          hint={t('show.why.hint')}
          value={draft.why}
          onInput={why => set({ why })}
        />
        <ChipChoice
          id="show-long"
          label={t('show.long')}
          hint={t('show.long.hint')}
          options={(['15', '60', 'today', 'week'] as const).map(id => ({ id, label: t(`show.long.${id}`) }))}
          value={lengthOf(draft.minutes)}
          onInput={setLength}
        />
      </form>
    </Page>
  );
};
