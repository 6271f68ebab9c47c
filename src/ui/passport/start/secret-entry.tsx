import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TypedSecret } from '../../../app/secret.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { t } from '../../words/words.ts';
import { isEasy, isSame, titleKey, tooShort } from './secret-rules.ts';
import { WordsField } from './words-field.tsx';

interface EntryProps {
  type: TypedSecret['type'];
  onDone: (secret: TypedSecret) => void;
  /** Said in place of "Make a PIN". */
  title?: string | undefined;
  /** Said in place of "Lock it". */
  done?: string | undefined;
  /** It must be another one than this. */
  not?: TypedSecret | undefined;
  /** Under the second typing. */
  aside?: ComponentChildren;
}

/** Typed once, then once more. A slip keeps the person here and says that nothing is set yet. */
export const SecretEntry = ({ type, onDone, title, done, not, aside }: EntryProps) => {
  const entry = useEntry(type, onDone, not);
  const { again, slip } = entry;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [again]);
  return (
    <>
      <div class="making-head">
        <h1 class="title" tabIndex={-1} ref={heading}>
          {(!again && title) || t(titleKey(type, again))}
        </h1>
        <p class="intro">{t(again ? 'start.secret.again.hint' : `start.secret.${type}.hint`)}</p>
      </div>
      <div class="lock-said" role="alert">
        {slip && <Note look="ask">{slip}</Note>}
      </div>
      {type === 'pin' ? (
        <PinPad
          value={entry.typed}
          onInput={entry.type}
          onOpen={entry.next}
          open={again ? (done ?? t('start.secret.done')) : t('start.secret.next')}
        />
      ) : (
        <WordsForm entry={entry} />
      )}
      {again && aside}
    </>
  );
};

const WordsForm = ({ entry }: { entry: Entry }) => (
  <form
    class="spread"
    onSubmit={event => {
      event.preventDefault();
      entry.next();
    }}
  >
    <WordsField
      // A fresh field for the second time, covered again.
      key={String(entry.again)}
      id="new-words"
      label={t('start.secret.words.label')}
      value={entry.typed}
      onInput={entry.type}
    />
    <Button look="solid" wide submit>
      {t(entry.again ? 'start.secret.done' : 'start.secret.next')}
    </Button>
  </form>
);

interface Entry {
  typed: string;
  again: boolean;
  slip: string;
  type(text: string): void;
  next(): void;
}

const useEntry = (
  type: TypedSecret['type'],
  onDone: (secret: TypedSecret) => void,
  not?: TypedSecret,
): Entry => {
  const [typed, setTyped] = useState('');
  const [first, setFirst] = useState<TypedSecret | null>(null);
  const [warned, setWarned] = useState('');
  const [slip, setSlip] = useState('');

  const secret = { type, text: typed };
  const makeFirst = () => {
    const short = tooShort(secret);
    if (short) return setSlip(short);
    if (not && isSame(not, secret)) return setSlip(t('start.failed.taken'));
    if (isEasy(secret) && warned !== typed) {
      setWarned(typed);
      return setSlip(t('start.secret.easy'));
    }
    setFirst(secret);
    setTyped('');
    setSlip('');
  };
  const makeSecond = (before: TypedSecret) => {
    if (isSame(before, secret)) return onDone(secret);
    setFirst(null);
    setTyped('');
    setSlip(t(`start.secret.differ.${type}`));
  };
  return {
    typed,
    again: first !== null,
    slip,
    type: text => {
      setTyped(text);
      setSlip('');
    },
    next: () => (first ? makeSecond(first) : makeFirst()),
  };
};
