import { useMemo } from 'preact/hooks';
import { makeLink } from '../../../share/link.ts';
import { linkQr } from '../../../share/qr.ts';
import { MOST_VERSION, versionOf } from '../../../share/room.ts';
import { Button } from '../../parts/button.tsx';
import { QrFrame } from '../../parts/code.tsx';
import { fileDown } from '../../parts/icons.ts';
import { copy as copyIcon } from '../../parts/icons-shared.ts';
import { MovingCode } from '../../parts/moving-code.tsx';
import { Toast } from '../../parts/toast.tsx';
import { t } from '../../words/words.ts';
import { ByHand, useCopy } from '../copying.tsx';
import { pageAddress } from '../page-address.ts';
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
  return (
    <Step
      title={t('back.code.title')}
      back={{ label: t('back.look.title'), onPress: onBack }}
      toast={copied === 'done' && <Toast text={t('back.code.copied')} />}
      dock={
        <Button look="solid" wide onPress={onClose}>
          {t('back.code.close')}
        </Button>
      }
    >
      <AnswerCode message={message} link={link} />
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
    </Step>
  );
};

/** The code itself, as large as ordinary phones read it; one that moves where that is too little. */
const AnswerCode = ({ message, link }: { message: Uint8Array; link: string }) => {
  const picture = useMemo(
    () => ((versionOf(link) ?? Infinity) <= MOST_VERSION ? linkQr(link) : null),
    [link],
  );
  return (
    <>
      <div class="gap-above">
        {picture ? (
          <QrFrame d={picture.d} size={picture.size} big={false} />
        ) : (
          <MovingCode message={message} big={false} />
        )}
      </div>
      <p class="gap-above-s">{t('back.code.text')}</p>
    </>
  );
};
