import { useMemo } from 'preact/hooks';
import { makeLink } from '../../../share/link.ts';
import { linkQr } from '../../../share/qr.ts';
import { MOST_VERSION, versionOf } from '../../../share/room.ts';
import { QrFrame } from '../../parts/code.tsx';
import { MovingCode } from '../../parts/moving-code.tsx';
import { t } from '../../words/words.ts';
import { pageAddress } from '../page-address.ts';

/** A sealed answer as a code, as large as ordinary phones read it; beyond that as one that moves. */
export const AnswerCode = ({ message }: { message: Uint8Array }) => {
  const picture = useMemo(() => {
    const link = makeLink(pageAddress(), message);
    return (versionOf(link) ?? Infinity) <= MOST_VERSION ? linkQr(link) : null;
  }, [message]);
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
