import './give.css';
import { useEffect, useState } from 'preact/hooks';
import { type Answer, isTooMuch } from '../../../domain/answer.ts';
import { kindOf } from '../../../domain/kinds.ts';
import { AppError } from '../../../lib/error.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import back from '../../words/en-AU/give-back.json';
import moving from '../../words/en-AU/moving.json';
import { type Key, t } from '../../words/words.ts';
import { useView } from '../view.ts';
import { Code } from './code.tsx';
import { GiveForm } from './form.tsx';
import { answerOf, changedTo, type Giving, isNothing, nothingSaid, saying, tidy } from './giving.ts';
import { GiveList } from './list.tsx';
import { Look } from './look.tsx';
import { Paste } from './paste.tsx';
import { withList } from './pasted.ts';
import type { Who } from './slips.ts';

export const words = [back, moving];

export interface GiveProps {
  /** The public id of the share that is answered. */
  id: string;
  /** Seals an answer for the person's phone alone. Throws AppError. */
  seal: (answer: Answer) => Promise<Uint8Array>;
  onClose: () => void;
}

/** Which screen is up. A form is about a place in the share, or about something new. */
type At =
  | { step: 'list'; said?: Key }
  | { step: 'form'; kind: string; place?: number; added?: number }
  | { step: 'paste' }
  | { step: 'look' }
  | { step: 'code'; message: Uint8Array };

/** Giving something back: what was shown as they have it, what is new, and a code of it. All of it in memory alone. */
export const Give = ({ id, seal, onClose }: GiveProps) => {
  const { share, ways } = useView();
  const [giving, setGiving] = useState<Giving>(nothingSaid);
  const [who, setWho] = useState<Who>({ name: '', role: '' });
  const [at, setAt] = useState<At>({ step: 'list' });
  const [asking, setAsking] = useState(false);
  const toList = (said?: Key) => setAt({ step: 'list', ...(said ? { said } : {}) });
  // Also while its code shows: nobody here can tell whether their phone has it.
  const unsent = !isNothing(giving);
  useAskBeforeLeaving(unsent);

  switch (at.step) {
    case 'form':
      return (
        <GiveForm
          key={`${at.kind} ${at.place} ${at.added}`}
          kind={kindOf(at.kind)!}
          values={beginsWith(at, giving, share.items)}
          onNotNow={() => toList()}
          onDone={values => {
            setGiving(withForm(giving, at, values, share.items));
            toList();
          }}
        />
      );
    case 'paste':
      return (
        <Paste
          onNotNow={() => toList()}
          onNote={text => {
            setGiving({ ...giving, added: [...giving.added, { kind: 'note', values: { text } }] });
            toList();
          }}
          onList={text => {
            setGiving(withList(giving, share, text, ways));
            toList('back.pasted');
          }}
        />
      );
    case 'look':
      return (
        <Look
          giving={giving}
          who={who}
          onWho={setWho}
          onBack={() => toList()}
          onMake={async () => {
            const answer = answerOf(giving, share, { id, ...who, now: Date.now() });
            if (isTooMuch(answer)) throw new AppError('too-big');
            setAt({ step: 'code', message: await seal(answer) });
          }}
        />
      );
    case 'code':
      return <Code message={at.message} onBack={() => setAt({ step: 'look' })} onClose={onClose} />;
    case 'list':
      return (
        <>
          <GiveList
            giving={giving}
            said={at.said}
            onSay={(place, what) => setGiving(saying(giving, place, what))}
            onForm={form => setAt({ step: 'form', ...form })}
            onRemove={gone => setGiving({ ...giving, added: giving.added.filter((_, i) => i !== gone) })}
            onPaste={() => setAt({ step: 'paste' })}
            onNext={() => setAt({ step: 'look' })}
            onBack={() => (unsent ? setAsking(true) : onClose())}
          />
          {asking && <AskToLeave onLeave={onClose} onStay={() => setAsking(false)} />}
        </>
      );
  }
};

type FormAt = Extract<At, { step: 'form' }>;
type Items = ReturnType<typeof useView>['share']['items'];

/** What a form begins with: what was said of it already, else what was shown. */
const beginsWith = ({ place, added }: FormAt, giving: Giving, items: Items) => {
  if (added !== undefined) return giving.added[added]?.values ?? {};
  if (place === undefined) return {};
  const said = giving.said.get(place);
  return said?.way === 'change' ? said.values : items[place]!.values;
};

/** What a form said, put where it belongs. */
const withForm = (
  giving: Giving,
  { kind, place, added }: FormAt,
  filled: Giving['added'][0]['values'],
  items: Items,
): Giving => {
  if (place !== undefined) return saying(giving, place, changedTo(items[place]!, filled));
  const one = { kind, values: tidy(kindOf(kind)!, filled) };
  const list =
    added === undefined ? [...giving.added, one] : giving.added.map((old, i) => (i === added ? one : old));
  return { ...giving, added: list };
};

/** The browser's own question, where they go away from the page. */
const useAskBeforeLeaving = (unsent: boolean): void => {
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsent]);
};

const AskToLeave = ({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) => (
  <Sheet
    title={t('back.leave.title')}
    text={t('back.leave.text')}
    onNotNow={onStay}
    notNow={t('back.leave.stay')}
  >
    <Button wide look="brick" onPress={onLeave}>
      {t('back.leave.do')}
    </Button>
  </Sheet>
);
