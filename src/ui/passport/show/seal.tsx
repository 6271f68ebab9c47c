import { useEffect, useState } from 'preact/hooks';
import type { Prepared, SealedFor } from '../../../app/sharing.ts';
import type { ShareEntry } from '../../../domain/share.ts';
import { AppError } from '../../../lib/error.ts';
import { readLink } from '../../../share/link.ts';
import { readerKeyIn } from '../../../share/reader-key.ts';
import { Button } from '../../parts/button.tsx';
import { WordTiles } from '../../parts/code.tsx';
import { Note } from '../../parts/note.tsx';
import { useStill } from '../../parts/still.ts';
import { type Key, t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { failed } from '../failed.ts';
import { useOnce } from '../goal/once.ts';
import { Page } from '../page.tsx';
import { PhoneScanner } from '../scan/phone-scanner.tsx';
import { AskAnyway } from './ask-anyway.tsx';
import { holdShown, lookedIn } from './flow.ts';
import { FlowTop } from './flow-top.tsx';
import { LinkBase } from './link-base.tsx';
import { Unseen } from './put-away.tsx';

/** Scans the code on their screen and has both compare its words, so that nobody else's screen can open the share. */
export const Seal = () => {
  const { book } = useApp();
  const [looked] = useState(() => lookedIn(book));
  return looked ? <Sealing looked={looked} /> : <Unseen />;
};

/** The reader's key in what was scanned, or why there is none. */
const keyIn = (text: string): Uint8Array<ArrayBuffer> | Key => {
  try {
    return readerKeyIn(readLink(text)) ?? 'show.seal.other';
  } catch (error) {
    return error instanceof AppError && error.code === 'too-new' ? 'show.seal.newer' : 'show.seal.other';
  }
};

const Sealing = ({ looked }: { looked: Prepared }) => {
  const [key, setKey] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const [slip, setSlip] = useState<Key | null>(null);
  const onTexts = (texts: readonly string[]) => {
    const found = texts.map(keyIn);
    const scanned = found.find(one => typeof one !== 'string');
    if (scanned) setKey(scanned);
    setSlip(scanned ? null : (found.find(one => typeof one === 'string') ?? null));
  };
  const again = (why: Key | null) => {
    setKey(null);
    setSlip(why);
  };
  return key ? (
    <Compare key={String(key)} readerKey={key} looked={looked} onAgain={again} />
  ) : (
    <Page>
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.seal.title')}
      </h1>
      <p class="intro">{t('show.seal.intro')}</p>
      <LinkBase />
      <div role="alert">
        {slip && (
          <div class="gap-above">
            <Note look="wrong">
              <p>{t(slip)}</p>
            </Note>
          </div>
        )}
      </div>
      <div class="gap-above">
        <PhoneScanner why={t('show.seal.why')} onTexts={onTexts} />
      </div>
    </Page>
  );
};

/** The four words of a reader's key, once they are worked out; `onFail` says why they are not. */
const useCheckWords = (
  readerKey: Uint8Array<ArrayBuffer>,
  onFail: (why: Key) => void,
): readonly string[] | null => {
  const sharing = useSharing();
  const [words, setWords] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let here = true;
    sharing.checkWords(readerKey).then(
      all => here && setWords(all),
      (error: unknown) => here && onFail(failed(error)),
    );
    return () => {
      here = false;
    };
  }, [sharing, readerKey]);
  return words;
};

/** Why it was not sealed; or what could not be written down, and how to show it all the same. */
type Trouble = { why: Key; show?: () => void };

/** Seals what was looked at, and goes on to the code. Nothing is shown once they said no, or went back. */
const useSealing = (looked: Prepared, readerKey: Uint8Array<ArrayBuffer>) => {
  const sharing = useSharing();
  const { book, router } = useApp();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const once = useOnce();
  const still = useStill();
  const show = (entry: ShareEntry, sealed: SealedFor) => {
    holdShown(book, { prepared: looked, entry, sealed });
    router.replace({ name: 'show/code', entry: entry.id });
  };
  const writeAndShow = async (sealed: SealedFor) => {
    try {
      const entry = await sharing.showing(looked, 'sealed', sealed);
      if (!still()) return await sharing.stayed(entry);
      show(entry, sealed);
    } catch (error) {
      const anyway = () => show(sharing.entryFor(looked, 'sealed', sealed), sealed);
      setTrouble({ why: failed(error), show: anyway });
    }
  };
  const seal = once(() =>
    sharing.sealFor(looked, readerKey).then(
      sealed => (still() ? writeAndShow(sealed) : undefined),
      (error: unknown) => {
        // A key that nothing can be sealed to is no reader's.
        const bad = error instanceof AppError && error.code === 'garbled';
        setTrouble({ why: bad ? 'show.seal.other' : failed(error) });
      },
    ),
  );
  return { seal, trouble, drop: () => setTrouble(null) };
};

interface CompareProps {
  readerKey: Uint8Array<ArrayBuffer>;
  looked: Prepared;
  onAgain: (why: Key | null) => void;
}

/** The words of the scanned key. Whoever swapped the code on their screen could not make all of them the same. */
const Compare = ({ readerKey, looked, onAgain }: CompareProps) => {
  const words = useCheckWords(readerKey, onAgain);
  const { seal, trouble, drop } = useSealing(looked, readerKey);
  return (
    <Page
      over={trouble?.show && <AskAnyway why={trouble.why} onShow={trouble.show} onNotNow={drop} />}
      dock={
        words && (
          <div class="pair">
            <Button wide onPress={() => onAgain('show.seal.differ')}>
              {t('show.seal.no')}
            </Button>
            <Button wide onPress={seal}>
              {t('show.seal.yes')}
            </Button>
          </div>
        )
      }
    >
      <FlowTop />
      <h1 class="title" tabIndex={-1}>
        {t('show.seal.compare')}
      </h1>
      <p class="intro">{t('show.seal.compare.text')}</p>
      <div role="status">
        {words ? (
          <div class="gap-above" lang="en" dir="ltr">
            <WordTiles words={words} loud />
          </div>
        ) : (
          <p class="quiet gap-above">{t('show.seal.working')}</p>
        )}
      </div>
      {trouble && !trouble.show && (
        <div class="gap-above">
          <Note look="wrong" live="alert">
            <p>{t(trouble.why)}</p>
          </Note>
        </div>
      )}
    </Page>
  );
};
