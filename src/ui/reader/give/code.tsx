import { useMemo, useState } from 'preact/hooks';
import { makeLink } from '../../../share/link.ts';
import { Button } from '../../parts/button.tsx';
import { fileDown } from '../../parts/icons.ts';
import { copy as copyIcon } from '../../parts/icons-shared.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { Toast } from '../../parts/toast.tsx';
import { t } from '../../words/words.ts';
import { ByHand, useCopy } from '../copying.tsx';
import { pageAddress } from '../page-address.ts';
import { AnswerCode } from './answer-code.tsx';
import { saveText } from './save-text.ts';
import { Step } from './step.tsx';

interface CodeProps {
  /** The sealed answer. */
  message: Uint8Array;
  onBack: () => void;
  onClose: () => void;
}

/** The answer as a code, and the same as a link or a file where no camera meets it. */
export const Code = ({ message, onBack, onClose }: CodeProps) => {
  const link = useMemo(() => makeLink(pageAddress(), message), [message]);
  const { copied, copy } = useCopy();
  const [asking, setAsking] = useState(false);
  return (
    <Step
      title={t('back.code.title')}
      back={{ label: t('back.look.title'), onPress: onBack }}
      toast={copied === 'done' && <Toast text={t('back.code.copied')} />}
      dock={
        <Button look="solid" wide onPress={() => setAsking(true)}>
          {t('back.code.close')}
        </Button>
      }
    >
      <AnswerCode message={message} />
      <h2 class="lead gap-above-l">{t('back.code.other')}</h2>
      <div class="pair gap-above-s">
        <Button icon={copyIcon} onPress={() => copy(link)}>
          {t('back.code.copy')}
        </Button>
        <Button icon={fileDown} onPress={() => saveText('answer.txt', link)}>
          {t('back.code.save')}
        </Button>
      </div>
      {copied === 'by-hand' && (
        <ByHand text={link} label={t('back.code.link')} hint={t('back.code.byHand')} />
      )}
      <p class="meta gap-above">{t('back.code.note')}</p>
      {asking && <AskTaken onTaken={onClose} onBack={() => setAsking(false)} />}
    </Step>
  );
};

/** Once the code is gone nobody can bring the answer back. */
const AskTaken = ({ onTaken, onBack }: { onTaken: () => void; onBack: () => void }) => (
  <Sheet
    title={t('back.taken.title')}
    text={t('back.taken.text')}
    onNotNow={onBack}
    notNow={t('back.taken.back')}
  >
    <Button wide look="solid" onPress={onTaken}>
      {t('back.taken.yes')}
    </Button>
  </Sheet>
);
