import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { Wait } from '../start/wait.tsx';
import { uncoveredIn } from './cover.ts';

/** Asks for the PIN or words before covered things show. */
const Uncover = ({ onDone, onNotNow }: { onDone: () => void; onNotNow: () => void }) => {
  const { session, book } = useApp();
  const [text, setText] = useState('');
  const [slip, setSlip] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = session.wait.value;

  const check = async () => {
    if (busy || session.wait.peek() > 0) return;
    if (!text.trim()) return setSlip('mine.uncover.empty');
    setBusy(true);
    const type = /^\d+$/.test(text) ? 'pin' : 'words';
    setSlip(null);
    try {
      const found = await session.opened?.checkSecret({ type, text });
      if (found === 'wrong') setSlip('mine.uncover.wrong');
      if (found === 'right') {
        uncoveredIn(book).value = true;
        onDone();
      }
    } catch (error) {
      setSlip(failed(error));
    }
    setBusy(false);
    setText('');
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
          err={slip && wait === 0 ? t(slip) : undefined}
          value={text}
          spellCheck={false}
          onInput={setText}
        />
        <Wait seconds={wait} />
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
