import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/facts.tsx';
import { plus } from '../../parts/icons.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { Damage } from '../damage.tsx';
import { Starts } from './starts.tsx';

/** Where nothing is kept yet: what to do first, and four common starts. */
export const Nothing = () => {
  const { router, book } = useApp();
  // What was kept may be on the part that can't be read: then nobody may say that there was nothing.
  const hurt = book.damage.length > 0;
  return (
    <div class="stack">
      <Damage />
      <Empty title={t(hurt ? 'mine.empty.hurt' : 'mine.empty.title')} text={t('mine.empty.text')}>
        <Button look="solid" icon={plus} class="gap-above-s" onPress={() => router.go({ name: 'item/add' })}>
          {t('mine.empty.add')}
        </Button>
      </Empty>
      <Starts />
    </div>
  );
};
