import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../domain/answer.ts';
import { AppError, type ErrorCode } from '../../lib/error.ts';
import { type MessageType, messageType } from '../../share/message.ts';
import type { OpenedShare } from '../../share/port.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { type Key, t } from '../words/words.ts';
import { Elsewhere } from './elsewhere.tsx';
import { Gatepost } from './gatepost.tsx';
import { SharedPage } from './shared-page.tsx';
import type { WordOf } from './typing.ts';
import { useOpened } from './use-opened.ts';
import { WordsForm } from './words-form.tsx';

/** What the page needs from the rooms it may not reach itself. */
export interface Gate {
  /** Can this browser open anything at all? */
  usable: () => boolean;
  /** A link's bytes. Throws AppError. */
  read: (link: string) => Uint8Array;
  wordOf: WordOf;
  /** Starts what takes long to start. */
  warm: () => void;
  /** Throws AppError. */
  open: (bytes: Uint8Array, words: string[]) => Promise<OpenedShare>;
  /** Seals an answer to a share's reply key. Throws AppError. */
  sealAnswer: (answer: Answer, reply: Uint8Array) => Promise<Uint8Array>;
}

interface ReaderProps {
  gate: Gate;
  /** What stood behind `#`; empty when the page was opened by itself. */
  fragment: string;
  /** The page was left and came back: what it showed is gone. */
  gone?: boolean | undefined;
}

type State =
  | { at: 'about'; slip?: Key }
  | { at: 'gone' }
  | { at: 'failed'; why: Key }
  /** Something of ours that this page does not open. */
  | { at: 'elsewhere'; bytes: Uint8Array; type: Exclude<MessageType, 'words'> }
  | { at: 'words'; bytes: Uint8Array; wrong: number; opening: boolean }
  | { at: 'shared'; opened: OpenedShare };

const sentences: Partial<Record<ErrorCode, Key>> = {
  'not-ours': 'reader.failed.not-ours',
  'cut-short': 'reader.failed.cut-short',
  garbled: 'reader.failed.garbled',
  damaged: 'reader.failed.garbled',
  'too-new': 'reader.failed.too-new',
  'too-big': 'reader.failed.too-big',
  'wrong-words': 'reader.failed.wrong-words',
  'too-old': 'reader.failed.too-old',
};

/** What went wrong, as a sentence that says what to do. */
const sentenceOf = (error: unknown): Key =>
  (error instanceof AppError ? sentences[error.code] : undefined) ?? 'reader.failed.other';

/** What a link leads to. Throws AppError. */
const readFrom = (gate: Gate, link: string): State => {
  const bytes = gate.read(link);
  const type = messageType(bytes);
  return type === 'words'
    ? { at: 'words', bytes, wrong: 0, opening: false }
    : { at: 'elsewhere', bytes, type };
};

const startFrom = ({ gate, fragment, gone }: ReaderProps): State => {
  if (gone) return { at: 'gone' };
  if (!gate.usable()) return { at: 'failed', why: 'reader.failed.too-old' };
  if (!fragment) return { at: 'about' };
  try {
    return readFrom(gate, fragment);
  } catch (error) {
    return { at: 'failed', why: sentenceOf(error) };
  }
};

/** Everything `r.html` does: link, words, page. It keeps nothing but what is on the screen. */
export const Reader = (props: ReaderProps) => {
  const { gate } = props;
  const [state, setState] = useState<State>(() => startFrom(props));
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  useEffect(() => {
    if (state.at === 'words') gate.warm();
    // The shared page says it itself, since it may ask first.
    if (state.at !== 'shared') document.documentElement.dataset.ready = '1';
  }, [state.at]);

  const paste = (link: string) => {
    try {
      setState(readFrom(gate, link));
    } catch (error) {
      setState({ at: 'about', slip: sentenceOf(error) });
    }
  };
  const open = async (words: string[]) => {
    if (state.at !== 'words') return;
    setState({ ...state, opening: true });
    let next: State;
    try {
      next = { at: 'shared', opened: await gate.open(state.bytes, words) };
    } catch (error) {
      const wrongWords = error instanceof AppError && error.code === 'wrong-words';
      next = wrongWords
        ? { ...state, wrong: state.wrong + 1, opening: false }
        : { at: 'failed', why: sentenceOf(error) };
    }
    if (here.current) setState(next);
  };

  switch (state.at) {
    case 'words':
      return (
        <Gatepost title="reader.words.title" intro="reader.words.intro">
          <WordsForm
            wordOf={gate.wordOf}
            onWords={words => void open(words)}
            opening={state.opening}
            wrong={state.wrong}
          />
          <p class="meta gap-above">{t('reader.words.saves')}</p>
        </Gatepost>
      );
    case 'shared':
      return <Opened gate={gate} opened={state.opened} onLeave={() => setState({ at: 'gone' })} />;
    case 'elsewhere':
      return <Elsewhere {...state} />;
    case 'failed':
      return <Failed why={state.why} onAgain={() => setState({ at: 'about' })} />;
    case 'gone':
      return <Gatepost title="reader.gone.title" intro="reader.gone.text" />;
    case 'about':
      return <PasteLink slip={state.slip} onPaste={paste} />;
  }
};

interface OpenedProps {
  gate: Gate;
  opened: OpenedShare;
  onLeave: () => void;
}

const Opened = ({ gate, opened: { id, share, reply }, onLeave }: OpenedProps) => (
  <SharedPage
    share={share}
    opened={useOpened(share.expires)}
    onLeave={onLeave}
    reply={reply && { id, seal: answer => gate.sealAnswer(answer, reply) }}
    onShown={() => {
      document.documentElement.dataset.ready = 'shared';
      window.scrollTo(0, 0);
      document.querySelector('h1')?.focus({ preventScroll: true });
    }}
  />
);

const Failed = ({ why, onAgain }: { why: Key; onAgain: () => void }) => (
  <Gatepost title="reader.failed.title">
    <div class="gap-above">
      <Note look="wrong" live="alert">
        <p>{t(why)}</p>
      </Note>
    </div>
    {why !== 'reader.failed.too-old' && (
      <div class="gap-above">
        <Button wide onPress={onAgain}>
          {t('reader.again')}
        </Button>
      </div>
    )}
  </Gatepost>
);

const PasteLink = ({ slip, onPaste }: { slip?: Key | undefined; onPaste: (link: string) => void }) => {
  const [link, setLink] = useState('');
  return (
    <Gatepost title="reader.about.title" intro="reader.about.text">
      <form
        class="gap-above-l"
        onSubmit={event => {
          event.preventDefault();
          onPaste(link);
        }}
      >
        <TextField
          id="link"
          label={t('reader.about.paste')}
          hint={t('reader.about.pasteHint')}
          err={slip && t(slip)}
          spellCheck={false}
          value={link}
          onInput={setLink}
        />
        <div class="gap-above">
          <Button look="solid" wide submit>
            {t('reader.about.go')}
          </Button>
        </div>
      </form>
    </Gatepost>
  );
};
