import { useEffect, useState } from 'preact/hooks';
import { recoveryCards, recoveryWords } from '../../../app/kit.ts';
import { MOVE_WORDS, wordOf } from '../../../share/words.ts';
import { Button } from '../../parts/button.tsx';
import { CardEntry, kitText } from '../../parts/card-entry.tsx';
import { FileField } from '../../parts/file-field.tsx';
import type { IconShape } from '../../parts/icon.tsx';
import { fileDown } from '../../parts/icons.ts';
import { key, lock, people } from '../../parts/icons-start.ts';
import { Note } from '../../parts/note.tsx';
import { Ring } from '../../parts/rings.tsx';
import type { ScanEvents } from '../../parts/use-scan.ts';
import { WordsEntry } from '../../parts/words-entry.tsx';
import { WordsForm } from '../../reader/words-form.tsx';
import { type Key, t } from '../../words/words.ts';
import { WordsField } from '../start/words-field.tsx';
import { type Frame, HowFar, Title } from './frame.tsx';
import { madeText } from './made-text.ts';
import { type By, type CopyStep, type Ready, useCopy, waysFor } from './use-copy.ts';

/** Around a picker or the browser's own question: for an open record they are no reason to lock. */
type Asking = Pick<ScanEvents, 'onAsk' | 'onAsked'>;

interface OpenCopyProps extends Asking {
  frame: Frame;
  /** It is here already: it came from the old phone's screen. */
  copy?: Blob | undefined;
  onBack: () => void;
  onReady: (ready: Ready) => void;
  /** Whether what opens it is being asked for. */
  onTyping?: (typing: boolean) => void;
}

const wayIcons: Record<By, IconShape> = { words: key, cards: people, own: lock, six: lock };

/** Picks a spare copy, asks for what opens it, and checks all of it. */
export const OpenCopy = (props: OpenCopyProps) => {
  const { frame: Frame, copy, onAsk, onAsked, onBack, onReady, onTyping } = props;
  const steps = useCopy(copy, onReady);
  const { step, setStep } = steps;
  useEffect(() => onTyping?.(step.at === 'type'), [step.at]);
  const toPick = () => (copy ? onBack() : setStep({ at: 'pick', slip: null }));
  switch (step.at) {
    case 'pick':
      return (
        <Frame onBack={onBack}>
          <PickFile slip={step.slip} onAsk={onAsk} onAsked={onAsked} onFile={steps.take} />
        </Frame>
      );
    case 'how':
      return (
        <Frame onBack={toPick}>
          <Title>{t('back.how')}</Title>
          <p class="intro">{madeText(step.peek.made)}</p>
          {waysFor(step.peek, copy !== undefined).map(by => (
            <Ring
              key={by}
              go
              icon={wayIcons[by]}
              title={t(`back.by.${by}`)}
              text={t(`back.by.${by}.text`)}
              onPress={() => steps.pick(step, by)}
            />
          ))}
        </Frame>
      );
    case 'type': {
      const many = waysFor(step.peek, copy !== undefined).length > 1;
      return (
        <Frame onBack={step.busy ? undefined : () => (many ? setStep({ ...step, at: 'how' }) : toPick())}>
          <Title>{t(`back.by.${step.by}`)}</Title>
          <Type step={step} steps={steps} onAsk={onAsk} onAsked={onAsked} />
          <p role="status" class="quiet heard">
            {step.busy ? t('back.opening') : ''}
          </p>
        </Frame>
      );
    }
    case 'checking':
      return (
        <Frame onBack={undefined}>
          <Title>{t('back.checking')}</Title>
          <HowFar done={step.done} />
        </Frame>
      );
  }
};

interface PickProps extends Asking {
  slip: Key | null;
  onFile: (file: File) => void;
}

const PickFile = ({ slip, onFile, onAsk, onAsked }: PickProps) => (
  <>
    <Title>{t('back.pick')}</Title>
    <p class="intro">{t('back.pick.text')}</p>
    <div role="alert" class="heard">
      {slip && <Note look="wrong">{t(slip)}</Note>}
    </div>
    <FileField
      // Phones grey out files of a type they don't know, and any app on the way may have given it another name.
      accept=""
      solid
      icon={fileDown}
      onOpen={onAsk}
      onCancel={onAsked}
      onFile={file => {
        onAsked?.();
        onFile(file);
      }}
    >
      {t('back.pick.do')}
    </FileField>
  </>
);

interface TypeProps extends Asking {
  step: Extract<CopyStep, { at: 'type' }>;
  steps: ReturnType<typeof useCopy>;
}

/** What opens the copy, typed or scanned. */
const Type = ({ step, steps, ...asking }: TypeProps) => {
  const go = t('back.open');
  const slip = step.slip && t(step.slip);
  const kit = step.peek.openers.find(({ use }) => use === 'recovery')?.kit;
  switch (step.by) {
    case 'words':
      return (
        <>
          {kit && <p class="quiet">{t('back.by.words.kit', { kit: kitText(kit) })}</p>}
          <WordsEntry
            list={recoveryWords}
            go={go}
            slip={slip}
            onType={() => steps.setStep({ ...step, slip: null })}
            onWords={entropy => steps.tryEntropy(step, entropy)}
          />
        </>
      );
    case 'cards':
      return (
        <CardEntry
          reader={recoveryCards}
          kit={kit}
          go={go}
          slip={slip}
          onCards={entropy => steps.tryEntropy(step, entropy)}
          {...asking}
        />
      );
    case 'own':
      return (
        <>
          <p class="intro">{t('back.by.own.text')}</p>
          <OwnWords slip={slip} onWords={text => steps.tryText(step, text)} />
        </>
      );
    case 'six':
      return (
        <WordsForm
          wordOf={wordOf}
          count={MOVE_WORDS}
          title="back.by.six"
          wrongWords="back.wrong.six"
          opening={step.busy}
          wrong={step.wrong}
          onWords={words => steps.tryText(step, words.join(' '))}
        />
      );
  }
};

const OwnWords = ({ slip, onWords }: { slip: string | null; onWords: (text: string) => void }) => {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const said = empty ? t('back.own.empty') : slip;
  return (
    <form
      class="spread"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim() === '') setEmpty(true);
        else onWords(text);
      }}
    >
      <div role="alert" class="heard">
        {said && <Note look="wrong">{said}</Note>}
      </div>
      <WordsField
        id="own-words"
        label={t('back.own.label')}
        value={text}
        onInput={typed => {
          setText(typed);
          setEmpty(false);
        }}
      />
      <Button look="solid" wide submit>
        {t('back.open')}
      </Button>
    </form>
  );
};
