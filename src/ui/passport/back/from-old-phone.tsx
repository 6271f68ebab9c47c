import { useMemo, useState } from 'preact/hooks';
import { AppError } from '../../../lib/error.ts';
import { messageType } from '../../../share/message.ts';
import type { Progress } from '../../../share/moving/receiver.ts';
import { type Came, createIncoming } from '../../parts/incoming.ts';
import { Note } from '../../parts/note.tsx';
import { Scanner } from '../../parts/scanner.tsx';
import { SoFar } from '../../parts/so-far.tsx';
import { type Key, t } from '../../words/words.ts';
import { StartFrame, Title } from './frame.tsx';
import { badCopy } from './use-copy.ts';

interface FromOldPhoneProps {
  onBack: () => void;
  onCopy: (copy: Blob) => void;
}

type Now = { at: 'nothing' } | { at: 'some'; progress: Progress } | { at: 'slip'; why: Key };

/** The new phone's side of a move: its camera reads the code on the old phone's screen. */
export const FromOldPhone = ({ onBack, onCopy }: FromOldPhoneProps) => {
  const [now, setNow] = useState<Now>({ at: 'nothing' });
  const incoming = useMemo(createIncoming, []);
  /** The same slip again draws nothing: a camera may give it thirty times a second. */
  const say = (why: Key) => setNow(now => (now.at === 'slip' && now.why === why ? now : { at: 'slip', why }));
  const take = (came: Came) => {
    if (came.at === 'some') return setNow(came);
    if (came.at === 'foreign') return say('back.phone.two');
    if (came.at === 'text') return say('back.phone.other');
    if (came.at === 'slip') return say(badCopy(new AppError(came.code)));
    if (typeOf(came.message) === 'spare') return onCopy(new Blob([came.message]));
    say('back.phone.other');
  };
  const onTexts = (texts: readonly string[]) => {
    for (const text of texts) {
      const came = incoming.take(text);
      if (came) take(came);
    }
  };
  return (
    <StartFrame onBack={onBack}>
      <Title>{t('back.from.phone')}</Title>
      <ol class="how">
        <li>{t('back.phone.1')}</li>
        <li>{t('back.phone.2')}</li>
        <li>{t('back.phone.3')}</li>
      </ol>
      <Scanner why={t('back.phone.why')} onTexts={onTexts}>
        <div role="status" class="heard">
          {now.at === 'some' && <SoFar {...now.progress} />}
          {now.at === 'slip' && <Note look="ask">{t(now.why)}</Note>}
        </div>
      </Scanner>
    </StartFrame>
  );
};

const typeOf = (message: Uint8Array) => {
  try {
    return messageType(message);
  } catch {
    return null;
  }
};
