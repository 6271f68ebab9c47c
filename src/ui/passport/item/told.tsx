import type { Item } from '../../../domain/item.ts';
import { REFERRAL, shownTo } from '../../../domain/plans.ts';
import { Button } from '../../parts/button.tsx';
import { clock } from '../../parts/icons.ts';
import { show } from '../../parts/icons-start.ts';
import { Go } from '../../parts/rings.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { freshDraft } from '../show/flow.ts';
import { whenText } from '../ways.ts';

const textIn = (item: Item, name: string): string => {
  const value = item.head.values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Somewhere new may be shown something: a share made out to it, and when it last was shown one. */
export const ToNewPlace = ({ item }: { item: Item }) => {
  const { book, router } = useApp();
  // The log would name what is just for the person.
  if (item.kind !== REFERRAL || item.head.privacy === 'just-me') return null;
  const to = textIn(item, 'to');
  const last = shownTo(to, book.shares.value);
  const draft = { ...freshDraft(), purpose: 'worker', to, why: textIn(item, 'for') } as const;
  return (
    <>
      <Button wide icon={show} class="gap-above" onPress={() => router.go({ name: 'show/who', draft })}>
        {t('referral.show')}
      </Button>
      {last && (
        <div class="gap-above">
          <Go
            first
            icon={clock}
            title={t('referral.shown')}
            text={whenText(last.at)}
            onPress={() => router.go({ name: 'log/entry', id: last.id })}
          />
        </div>
      )}
    </>
  );
};
