import './css/entry.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { locale, t } from '../words/words.ts';
import { describedBy } from './block.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { warn } from './icons-start.ts';
import { type Matches, type Place, placeAt, placesIn, suggestionsFor, withWord } from './word-places.ts';

/** How many recovery words there are. */
const TWELVE = 12;

/** The list of the recovery words, and what twelve of them are. */
interface WordList {
  matches: Matches;
  /** The 16 bytes that they are, or what is wrong with them. */
  readWords(
    typed: string,
  ): { entropy: Uint8Array<ArrayBuffer> } | { unknown: readonly number[] } | { count: number } | 'checksum';
}

interface WordsEntryProps {
  list: WordList;
  /** What the button under it says. */
  go: string;
  /** The twelve are the words of some kit. */
  onWords: (entropy: Uint8Array<ArrayBuffer>) => void;
  /** What became of them, where they were right and still did not do it. */
  slip?: string | null | undefined;
  /** Something changed: what was said of the words before does not hold any more. */
  onType?: (() => void) | undefined;
}

interface Entry {
  text: string;
  places: readonly Place[];
  /** The word that is being typed: it is not wrong yet. */
  typing: Place | undefined;
  slip: string | null;
  hold: (field: HTMLTextAreaElement | null) => void;
  type: (field: HTMLTextAreaElement) => void;
  take: (word: string) => void;
  show: (place: Place) => void;
  submit: () => void;
}

const unknownIn = (places: readonly Place[], typing: Place | undefined): Place[] =>
  places.filter(place => place.word === null && place !== typing);

const listOf = (places: readonly Place[], some: readonly Place[]): string =>
  new Intl.ListFormat(locale()).format(some.map(place => String(places.indexOf(place) + 1)));

/** What is wrong, most urgent first. `asked`: the button was pressed, so what is missing is said as well. */
const slipOf = (
  { readWords }: WordList,
  places: readonly Place[],
  typing: Place | undefined,
  asked: boolean,
): string | null => {
  const unknown = unknownIn(places, asked ? undefined : typing);
  if (unknown.length > 0) {
    return t('back.words.unknown', { count: unknown.length, at: listOf(places, unknown) });
  }
  if (places.length > TWELVE) return t('back.words.many', { count: places.length });
  if (places.length < TWELVE) return asked ? t('back.words.few', { count: places.length }) : null;
  if (places.some(({ word }) => word === null)) return null;
  return 'checksum' === readWords(said(places)) ? t('back.words.checksum') : null;
};

/** As they were understood. */
const said = (places: readonly Place[]): string => places.map(({ word, typed }) => word ?? typed).join(' ');

const useEntry = ({ list, onWords, onType, slip: outer }: WordsEntryProps): Entry => {
  const field = useRef<HTMLTextAreaElement | null>(null);
  /** Where the cursor goes once a suggestion stands in the field. */
  const jump = useRef<number | null>(null);
  const [now, setNow] = useState({ text: '', cursor: 0 });
  const [asked, setAsked] = useState(false);
  useLayoutEffect(() => {
    if (jump.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(jump.current, jump.current);
    jump.current = null;
  }, [now]);
  useLayoutEffect(() => {
    const own = field.current;
    return () => {
      // What was typed goes with the screen: nothing is left in a field that a browser may keep.
      if (own) own.value = '';
    };
  }, []);
  const set = (next: typeof now) => {
    setNow(next);
    setAsked(false);
    onType?.();
  };
  const places = placesIn(now.text, list.matches);
  const typing = placeAt(places, now.cursor);
  return {
    text: now.text,
    places,
    typing,
    slip: outer ?? slipOf(list, places, typing, asked),
    hold: element => {
      field.current = element;
    },
    type: ({ value, selectionEnd }) => set({ text: value, cursor: selectionEnd }),
    take: word => {
      if (!typing) return;
      const next = withWord(now.text, typing, word);
      jump.current = next.cursor;
      set(next);
    },
    show: ({ from, to }) => {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    },
    submit: () => {
      const read = list.readWords(said(places));
      if (typeof read === 'object' && 'entropy' in read) return onWords(read.entropy);
      setAsked(true);
      field.current?.focus();
    },
  };
};

/**
 * Asks for the twelve recovery words in one field: typed, pasted, in any case, with numbers or commas. Each word that
 * is understood shows in its numbered place. Its words are the part `back` of the catalogue: whoever shows it brings
 * them.
 */
export const WordsEntry = (props: WordsEntryProps) => {
  const entry = useEntry(props);
  const asked = {
    id: 'twelve-words',
    label: t('back.words.label'),
    hint: t('back.words.hint'),
    err: entry.slip ?? undefined,
  };
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        entry.submit();
      }}
    >
      <div class={asked.err ? 'has-err' : undefined}>
        <label class="q" for={asked.id}>
          {asked.label}
        </label>
        <p class="hint" id={`${asked.id}-hint`}>
          {asked.hint}
        </p>
        <textarea
          class="field"
          id={asked.id}
          rows={3}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellcheck={false}
          value={entry.text}
          ref={entry.hold}
          onInput={event => entry.type(event.currentTarget)}
          aria-describedby={describedBy(asked)}
          aria-invalid={asked.err ? true : undefined}
        />
        <Suggestions entry={entry} list={props.list} />
        <div role="alert" id={`${asked.id}-err`}>
          {asked.err && (
            <p class="err">
              <Icon of={warn} />
              <span>{asked.err}</span>
            </p>
          )}
        </div>
      </div>
      <Places entry={entry} />
      <Button look="solid" wide submit>
        {props.go}
      </Button>
    </form>
  );
};

/** What the word being typed may be. It keeps its room, so that nothing moves under a finger. */
const Suggestions = ({ entry: { typing, take }, list }: { entry: Entry; list: WordList }) => {
  const words = typing ? suggestionsFor(typing, list.matches) : [];
  return (
    <ul class="suggested" aria-label={t('back.words.suggested')} lang="en" dir="ltr">
      {words.map(word => (
        <li key={word}>
          <Button onPress={() => take(word)}>
            <bdi>{word}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** The twelve places and what stands in each. A press on one leads to it in the field. */
const Places = ({ entry: { places, typing, show } }: { entry: Entry }) => {
  const known = places.filter(({ word }) => word !== null).length;
  return (
    <div>
      <p class="meta" role="status">
        {t('back.words.known', { count: known })}
      </p>
      <ol class="twelve-places" lang="en" dir="ltr">
        {Array.from({ length: Math.max(TWELVE, places.length) }, (_, at) => (
          <li key={at}>
            <PlaceOf at={at} place={places[at]} isNow={places[at] === typing} show={show} />
          </li>
        ))}
      </ol>
    </div>
  );
};

interface PlaceProps {
  at: number;
  place: Place | undefined;
  isNow: boolean;
  show: (place: Place) => void;
}

const PlaceOf = ({ at, place, isNow, show }: PlaceProps) => {
  if (!place) return <span class="place-of">{at + 1}</span>;
  const unknown = place.word === null && !isNow;
  const says = { at: at + 1, word: place.word ?? place.typed };
  return (
    <button
      type="button"
      class={unknown ? 'place-of unknown' : 'place-of'}
      aria-label={t(unknown ? 'back.words.at.unknown' : 'back.words.at', says)}
      onClick={() => show(place)}
    >
      {at + 1} <bdi>{place.word ?? place.typed}</bdi>
      {unknown && <Icon of={warn} />}
    </button>
  );
};
