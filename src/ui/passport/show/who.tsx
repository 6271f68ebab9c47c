import { lengths } from '../../../domain/length.ts';
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

/** Who is it for, why, and for how long. */
export const Who: ScreenOf<'show/who'> = ({ route }) => {
  const { router } = useApp();
  const { draft, set, propose } = useFlow(route);
  const next = () => router.go({ name: 'show/what', draft: propose() });
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
          options={lengths.map(id => ({ id, label: t(`show.long.${id}`) }))}
          value={draft.length}
          onInput={id => set({ length: lengths.find(length => length === id) ?? draft.length })}
        />
      </form>
    </Page>
  );
};
