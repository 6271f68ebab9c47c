import { useState } from 'preact/hooks';
import { AppError } from '../../../lib/error.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { uncoveredIn } from './cover.ts';

type Slip = 'mine.uncover.wrong' | 'mine.uncover.empty' | 'mine.uncover.wait';

/** Asks for the PIN or words before covered things show. */
const Uncover = ({ onDone, onNotNow }: { onDone: () => void; onNotNow: () => void }) => {
  const { session, book } = useApp();
  const [text, setText] = useState('');
  const [slip, setSlip] = useState<Slip | null>(null);
  const [busy, setBusy] = useState(false);

  const check = async () => {
    if (busy) return;
    if (!text.trim()) return setSlip('mine.uncover.empty');
    setBusy(true);
    const type = /^\d+$/.test(text) ? 'pin' : 'words';
    const right = await session.opened?.checkSecret({ type, text }).catch((error: unknown) => {
      if (error instanceof AppError) return false;
      throw error;
    });
    setBusy(false);
    setText('');
    if (!right) return setSlip(session.wait.peek() > 0 ? 'mine.uncover.wait' : 'mine.uncover.wrong');
    uncoveredIn(book).value = true;
    onDone();
  };
  return (
    <Sheet title={t('mine.uncover.title')} text={t('mine.uncover.text')} onNotNow={onNotNow}>
      <form
        onSubmit={event => {
          event.preventDefault();
          void check();
        }}
      >
        <TextField
          id="uncover"
          type="password"
          label={t('mine.uncover.secret')}
          err={slip ? t(slip) : undefined}
          value={text}
          spellCheck={false}
          onInput={setText}
        />
        <Button submit wide look="solid">
          {t(busy ? 'mine.uncover.busy' : 'mine.uncover.do')}
        </Button>
      </form>
    </Sheet>
  );
};

/** Shows covered things: at once for the made-up person, after the PIN for everyone else. */
export const useUncover = () => {
  const { book, madeUp } = useApp();
  const [asking, setAsking] = useState(false);
  const shown = uncoveredIn(book);
  const start = () => {
    if (madeUp) shown.value = true;
    else setAsking(true);
  };
  const sheet = asking && <Uncover onDone={() => setAsking(false)} onNotNow={() => setAsking(false)} />;
  return { shown: shown.value, start, cover: () => (shown.value = false), sheet };
};
