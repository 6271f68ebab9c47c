import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';

interface AskProps {
  onShow: () => void;
  onLeave: () => void;
  onNotNow: () => void;
}

/** Before something about children goes out: who must report, and both ways on. */
export const AskChildren = ({ onShow, onLeave, onNotNow }: AskProps) => (
  <Sheet title={t('show.what.children.title')} text={t('show.what.children.text')} onNotNow={onNotNow}>
    <Button wide onPress={onLeave}>
      {t('show.what.children.leave')}
    </Button>
    <Button wide onPress={onShow}>
      {t('show.what.children.show')}
    </Button>
  </Sheet>
);
