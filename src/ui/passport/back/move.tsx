import { useEffect, useRef, useState } from 'preact/hooks';
import { lacksParts, makeSpare } from '../../../app/backing-up.ts';
import { MOST_BYTES } from '../../../share/message.ts';
import { MOVE_WORDS, makeWords } from '../../../share/words.ts';
import { Button } from '../../parts/button.tsx';
import { WordTiles } from '../../parts/code.tsx';
import { MovingCode } from '../../parts/moving-code.tsx';
import { Note } from '../../parts/note.tsx';
import { useStill } from '../../parts/still.ts';
import { useAwake } from '../../parts/wake.ts';
import { type Key, t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { failed } from '../failed.ts';
import { handOut } from '../hand-out.ts';
import { Page, Top } from '../page.tsx';
import { AskSecret } from '../settings/change-secret.tsx';
import { HowFar, Title } from './frame.tsx';

/** A copy for the new phone and the words that open it, once. */
interface Copy {
  file: File;
  /** What the code carries; `null` for more than a camera reads. */
  message: Uint8Array | null;
  words: readonly string[];
}

type Step =
  | { at: 'start'; slip: Key | null }
  /** Its words open it, and whoever holds an open phone must not get them. */
  | { at: 'pin' }
  | { at: 'making'; done: number }
  | { at: 'code'; copy: Copy; sent: Key | null }
  | { at: 'words'; copy: Copy };

/** The old phone's side of a move. The code and its words never stand on one screen. */
export const Move = () => {
  const { session, book } = useApp();
  const [step, setStep] = useState<Step>({ at: 'start', slip: null });
  const still = useStill();
  const busy = useRef(false);
  useWatched(step.at === 'code' || step.at === 'words');
  const make = async () => {
    const { opened } = session;
    if (!opened || busy.current) return;
    busy.current = true;
    setStep({ at: 'making', done: 0 });
    try {
      const words = makeWords(MOVE_WORDS);
      const passphrase = words.join(' ');
      const tell = (done: number) => still() && setStep({ at: 'making', done });
      const file = await makeSpare(opened, book, { passphrase }, tell);
      const message = file.size <= MOST_BYTES ? new Uint8Array(await file.arrayBuffer()) : null;
      if (still()) setStep({ at: 'code', copy: { file, message, words }, sent: null });
    } catch (error) {
      if (still()) setStep({ at: 'start', slip: failed(error) });
    }
    busy.current = false;
  };
  switch (step.at) {
    case 'start':
      return <Start slip={step.slip} onMake={() => setStep({ at: 'pin' })} />;
    case 'pin':
      return <AskSecret onRight={() => void make()} />;
    case 'making':
      return (
        <Page>
          <Top />
          <Title>{t('back.move.making')}</Title>
          <HowFar done={step.done} />
        </Page>
      );
    case 'code':
      return (
        <ShowCode
          copy={step.copy}
          sent={step.sent}
          onSent={sent => setStep({ ...step, sent })}
          onNext={() => setStep({ at: 'words', copy: step.copy })}
        />
      );
    case 'words':
      return (
        <ShowWords copy={step.copy} onCode={() => setStep({ at: 'code', copy: step.copy, sent: null })} />
      );
  }
};

/** The person is busy with the new phone: this one stays as it is meanwhile, or the code would be of no more use. */
const useWatched = (on: boolean): void => {
  const { session } = useApp();
  useEffect(() => (on ? session.away?.beWatched() : undefined), [on]);
};

const Start = ({ slip, onMake }: { slip: Key | null; onMake: () => void }) => (
  <Page
    dock={
      <Button look="solid" wide onPress={onMake}>
        {t('back.move.make')}
      </Button>
    }
  >
    <Top />
    <div class="stack">
      <Title>{t('back.move')}</Title>
      <p class="intro">{t('back.move.text')}</p>
      <ol class="how">
        <li>{t('back.move.1')}</li>
        <li>{t('back.move.2')}</li>
        <li>{t('back.move.3')}</li>
      </ol>
      <p class="quiet">{t('back.move.stays')}</p>
      <div role="alert" class="heard">
        {slip && <Note look="wrong">{t(slip)}</Note>}
      </div>
    </div>
  </Page>
);

interface CodeProps {
  copy: Copy;
  sent: Key | null;
  onSent: (sent: Key | null) => void;
  onNext: () => void;
}

const ShowCode = ({ copy: { file, message }, sent, onSent, onNext }: CodeProps) => {
  const { session } = useApp();
  const still = useStill();
  const send = async () => {
    const out = await handOut(file, session.away);
    if (still()) onSent(`back.move.${out}`);
  };
  return (
    <Page
      dock={
        <>
          {message && (
            <Button wide onPress={() => void send()}>
              {t('back.move.send')}
            </Button>
          )}
          <Button look="solid" wide onPress={onNext}>
            {t('back.move.next')}
          </Button>
        </>
      }
    >
      <Top />
      <div class="stack over-dock">
        <Title>{t(message ? 'back.move.code' : 'back.move.file')}</Title>
        {message ? (
          <MovingCode message={message} />
        ) : (
          <>
            <p class="intro">{t('back.move.big')}</p>
            <Button wide onPress={() => void send()}>
              {t('back.move.send')}
            </Button>
          </>
        )}
        <div role="status" class="heard">
          {sent && <Note>{t(sent, { name: file.name })}</Note>}
        </div>
      </div>
    </Page>
  );
};

const ShowWords = ({ copy, onCode }: { copy: Copy; onCode: () => void }) => {
  const { home } = useApp();
  useAwake(true);
  return (
    <Page
      dock={
        <>
          <Button wide onPress={onCode}>
            {t('back.move.again')}
          </Button>
          <Button look="solid" wide onPress={() => home('today')}>
            {t('back.move.done')}
          </Button>
        </>
      }
    >
      <Top />
      <Title>{t('back.move.words')}</Title>
      <p class="intro">{t('back.move.words.text')}</p>
      <div class="gap-above" lang="en" dir="ltr">
        <WordTiles words={copy.words} loud />
      </div>
      <div class="gap-above">
        {lacksParts(copy.file) ? (
          <Note look="wrong" title={t('spare.lacks')}>
            {t('spare.lacks.after')}
          </Note>
        ) : (
          <Note>{t('back.move.erase')}</Note>
        )}
      </div>
    </Page>
  );
};
