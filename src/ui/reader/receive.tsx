import '../parts/css/show.css';
import '../parts/css/receive.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/error.ts';
import { makeLink } from '../../share/link.ts';
import { messageType } from '../../share/message.ts';
import type { Progress } from '../../share/moving/receiver.ts';
import type { OpenedShare } from '../../share/port.ts';
import { linkQr } from '../../share/qr.ts';
import { keyMessage } from '../../share/reader-key.ts';
import { QrFrame, WordTiles } from '../parts/code.tsx';
import { FileField } from '../parts/file-field.tsx';
import { page } from '../parts/icons-shared.ts';
import { type Came, createIncoming } from '../parts/incoming.ts';
import { Note } from '../parts/note.tsx';
import { Scanner } from '../parts/scanner.tsx';
import { SoFar } from '../parts/so-far.tsx';
import { TopBar } from '../parts/top.tsx';
import receive from '../words/en-AU/receive.json';
import scan from '../words/en-AU/scan.json';
import { type Key, t } from '../words/words.ts';
import type { Gate, ReaderKey } from './gate.ts';
import { Gatepost } from './gatepost.tsx';
import { pageAddress } from './page-address.ts';
import { fileSentenceOf, receiveSentenceOf } from './sentences.ts';

interface ReceiveProps {
  gate: Gate;
  onShare: (opened: OpenedShare) => void;
  /** A share that code words open came instead: they are asked for. */
  onWords: (bytes: Uint8Array) => void;
  onBack: () => void;
}

/** A fresh key in this page's memory, for as long as this part is on the screen. */
const useKey = (gate: Gate): ReaderKey | Key | null => {
  const [key, setKey] = useState<ReaderKey | Key | null>(null);
  useEffect(() => {
    let here = true;
    gate.newKey().then(
      made => here && setKey(made),
      (error: unknown) => here && setKey(receiveSentenceOf(error)),
    );
    return () => {
      here = false;
      gate.close();
    };
  }, [gate]);
  return key;
};

export const words = [scan, receive];

/** Receives straight from the person's screen: its own code and words, then the camera. */
export const Receive = (props: ReceiveProps) => {
  const key = useKey(props.gate);
  const top = <TopBar back={{ label: t('reader.about.title'), onPress: props.onBack }} />;
  if (typeof key === 'string') {
    return (
      <Gatepost title="reader.failed.title" top={top}>
        <Note look="wrong" live="alert">
          <p>{t(key)}</p>
        </Note>
      </Gatepost>
    );
  }
  return (
    <Gatepost title="receive.title" intro="receive.intro" wide top={top}>
      {key ? <Ready {...props} readerKey={key} /> : <p role="status">{t('receive.making')}</p>}
    </Gatepost>
  );
};

const Ready = ({ readerKey, ...ways }: ReceiveProps & { readerKey: ReaderKey }) => {
  const { d, size } = useMemo(
    () => linkQr(makeLink(pageAddress(), keyMessage(readerKey.publicKey))),
    [readerKey],
  );
  return (
    <div class="r-receive gap-above">
      <section aria-labelledby="receive-key">
        <h2 class="lead" id="receive-key">
          {t('receive.key')}
        </h2>
        <div class="gap-above-s">
          <QrFrame d={d} size={size} big={false} />
        </div>
        <p class="gap-above-s">{t('receive.words')}</p>
        <div class="gap-above-s" lang="en" dir="ltr">
          <WordTiles words={readerKey.words} />
        </div>
      </section>
      <section aria-labelledby="receive-scan">
        <h2 class="lead" id="receive-scan">
          {t('receive.scan')}
        </h2>
        <Camera {...ways} readerKey={readerKey} />
      </section>
    </div>
  );
};

/** What was read so far: how much of it is still missing, or what was wrong with it. */
type Now = { at: 'nothing' } | { at: 'some'; progress: Progress } | { at: 'slip'; why: Key };

/** What a message is for this page, once it is whole. */
const useTaking = ({ gate, readerKey, onShare, onWords }: ReceiveProps & { readerKey: ReaderKey }) => {
  const [now, setNow] = useState<Now>({ at: 'nothing' });
  const incoming = useMemo(createIncoming, [readerKey]);
  const busy = useRef(false);
  /** The same slip again draws nothing: a camera may give it thirty times a second. */
  const say = (why: Key) => setNow(now => (now.at === 'slip' && now.why === why ? now : { at: 'slip', why }));
  const take = async (message: Uint8Array, picked: boolean) => {
    try {
      const type = messageType(message);
      // One that only came into view does not end what was begun.
      if (type === 'words' && (picked || !incoming.begun())) return onWords(message);
      if (type === 'sealed') return onShare(await readerKey.open(message));
      say(`receive.slip.${type}`);
    } catch (error) {
      say(receiveSentenceOf(error));
    }
    busy.current = false;
  };
  const onTexts = (texts: readonly string[]) => {
    for (const text of texts) {
      const came = busy.current ? null : incoming.take(text);
      if (came?.at === 'message') {
        busy.current = true;
        void take(came.message, false);
      } else if (came?.at === 'some') setNow(came);
      else if (came) say(slipOf(came));
    }
  };
  const onFile = async (file: File) => {
    try {
      await take(await gate.readFile(file), true);
    } catch (error) {
      const newer = error instanceof AppError && error.code === 'too-new';
      say(newer ? receiveSentenceOf(error) : fileSentenceOf(error));
    }
  };
  return { now, onTexts, onFile };
};

const slipOf = (came: Exclude<Came, { at: 'message' | 'some' }>): Key => {
  if (came.at === 'foreign') return 'receive.slip.two';
  return receiveSentenceOf(new AppError(came.at === 'slip' ? came.code : 'not-ours'));
};

const Camera = (props: ReceiveProps & { readerKey: ReaderKey }) => {
  const { now, onTexts, onFile } = useTaking(props);
  return (
    <>
      <Scanner why={t('receive.why')} otherwise={t('receive.otherwise')} onTexts={onTexts}>
        <div role="status">
          {now.at === 'some' && <SoFar {...now.progress} />}
          {now.at === 'slip' && (
            <Note look="wrong">
              <p>{t(now.why)}</p>
            </Note>
          )}
        </div>
      </Scanner>
      <div class="gap-above-s">
        <FileField accept=".txt,text/plain" icon={page} onFile={file => void onFile(file)}>
          {t('reader.file.open')}
        </FileField>
      </div>
    </>
  );
};
