import { useMemo } from 'preact/hooks';
import { makeLink } from '../../../share/link.ts';
import { linkQr } from '../../../share/qr.ts';
import { MOST_VERSION, versionOf } from '../../../share/room.ts';
import { QrFrame } from '../../parts/code.tsx';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { pageAddress } from '../page-address.ts';

/** A sealed answer as a code, as large as ordinary phones read it; beyond that it says what to do instead. */
export const AnswerCode = ({ message }: { message: Uint8Array }) => {
  const picture = useMemo(() => {
    const link = makeLink(pageAddress(), message);
    return (versionOf(link) ?? Infinity) <= MOST_VERSION ? linkQr(link) : null;
  }, [message]);
  if (!picture) {
    return (
      <div class="gap-above">
        <Note>
          <p>{t('back.code.none')}</p>
        </Note>
      </div>
    );
  }
  return (
    <>
      <div class="gap-above">
        <QrFrame d={picture.d} size={picture.size} big={false} />
      </div>
      <p class="gap-above-s">{t('back.code.text')}</p>
    </>
  );
};
