import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { type Key, t } from '../../words/words.ts';

/** Without a line in Look back nobody could say later what went out: the person decides. */
export const AskAnyway = ({
  why,
  onShow,
  onNotNow,
}: {
  why: Key;
  onShow: () => void;
  onNotNow: () => void;
}) => (
  <Sheet title={t('show.look.unwritten')} text={t(why)} onNotNow={onNotNow}>
    <Button wide onPress={onShow}>
      {t('show.look.anyway')}
    </Button>
  </Sheet>
);
