import type { ComponentProps } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { type MessageType, messageType } from '../../share/message.ts';
import type { OpenedShare } from '../../share/port.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { FileField } from '../parts/file-field.tsx';
import { page } from '../parts/icons-shared.ts';
import { Note } from '../parts/note.tsx';
import { giveWords } from '../words/load.ts';
import { type Key, t } from '../words/words.ts';
import { Elsewhere } from './elsewhere.tsx';
import type { Gate } from './gate.ts';
import { Gatepost } from './gatepost.tsx';
import { fileSentenceOf, sentenceOf } from './sentences.ts';
import { SharedPage } from './shared-page.tsx';
import { useOpened } from './use-opened.ts';
import { WordsForm } from './words-form.tsx';

interface ReaderProps {
  gate: Gate;
  /** What stood behind `#`; empty when the page was opened by itself. */
  fragment: string;
  /** The page was left and came back: what it showed is gone. */
  gone?: boolean | undefined;
}

type Receiving = typeof import('./receive.tsx').Receive;

type State =
  | { at: 'about'; slip?: Key; fileSlip?: Key }
  | { at: 'receive' }
  | { at: 'gone' }
  | { at: 'failed'; why: Key }
  /** Something of ours that this page does not open. */
  | { at: 'elsewhere'; bytes: Uint8Array; type: Exclude<MessageType, 'words'> }
  | { at: 'words'; bytes: Uint8Array; wrong: number; opening: boolean }
  | { at: 'shared'; opened: OpenedShare };

/** What a message is for this page. Throws AppError. */
const stateOf = (bytes: Uint8Array): State => {
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
    return stateOf(gate.read(fragment));
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
      setState(stateOf(gate.read(link)));
    } catch (error) {
      setState({ at: 'about', slip: sentenceOf(error) });
    }
  };
  const pick = async (file: File) => {
    const next = await gate
      .readFile(file)
      .then(stateOf, (error): State => ({ at: 'about', fileSlip: fileSentenceOf(error) }));
    if (here.current) setState(next);
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
    case 'receive':
      return (
        <ReceiveLater
          gate={gate}
          onShare={opened => setState({ at: 'shared', opened })}
          onWords={bytes => setState({ at: 'words', bytes, wrong: 0, opening: false })}
          onBack={() => setState({ at: 'about' })}
        />
      );
    case 'about':
      return (
        <About
          slip={state.slip}
          fileSlip={state.fileSlip}
          onPaste={paste}
          onFile={file => void pick(file)}
          onReceive={() => setState({ at: 'receive' })}
        />
      );
  }
};

interface OpenedProps {
  gate: Gate;
  opened: OpenedShare;
  onLeave: () => void;
}

const Opened = ({ gate, opened: { id, share, files, reply }, onLeave }: OpenedProps) => (
  <SharedPage
    share={share}
    files={files}
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

const Failed = ({ why, onAgain }: { why: Key; onAgain?: () => void }) => (
  <Gatepost title="reader.failed.title">
    <div class="gap-above">
      <Note look="wrong" live="alert">
        <p>{t(why)}</p>
      </Note>
    </div>
    {onAgain && why !== 'reader.failed.too-old' && (
      <div class="gap-above">
        <Button wide onPress={onAgain}>
          {t('reader.again')}
        </Button>
      </div>
    )}
  </Gatepost>
);

/** Its parts come when they are asked for: whoever opens a link needs no camera. */
const ReceiveLater = (props: ComponentProps<Receiving>) => {
  const [part, setPart] = useState<{ Receive: Receiving } | 'failed' | null>(null);
  useEffect(() => {
    import('./receive.tsx').then(
      ({ Receive, words }) => {
        giveWords(...words);
        setPart({ Receive });
      },
      () => setPart('failed'),
    );
  }, []);
  if (part === 'failed') return <Failed why="reader.failed.other" />;
  return part ? <part.Receive {...props} /> : null;
};

interface AboutProps {
  slip: Key | undefined;
  fileSlip: Key | undefined;
  onPaste: (link: string) => void;
  onFile: (file: File) => void;
  onReceive: () => void;
}

/** The page by itself: three ways to get something on it. */
const About = ({ slip, fileSlip, onPaste, onFile, onReceive }: AboutProps) => {
  const [link, setLink] = useState('');
  return (
    <Gatepost title="reader.about.title" intro="reader.about.text">
      <div class="gap-above-l stack-2">
        <p>{t('reader.about.receive')}</p>
        <Button look="solid" wide onPress={onReceive}>
          {t('reader.receive')}
        </Button>
      </div>
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
          <Button wide submit>
            {t('reader.about.go')}
          </Button>
        </div>
      </form>
      <h2 class="q gap-above-l">{t('reader.file')}</h2>
      {fileSlip && (
        <div class="gap-above-s">
          <Note look="wrong" live="alert">
            <p>{t(fileSlip)}</p>
          </Note>
        </div>
      )}
      <div class="gap-above-s">
        <FileField accept=".txt,text/plain" icon={page} onFile={onFile}>
          {t('reader.file.open')}
        </FileField>
      </div>
    </Gatepost>
  );
};
