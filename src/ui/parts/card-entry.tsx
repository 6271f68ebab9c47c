import { useRef, useState } from 'preact/hooks';
import { AppError, type ErrorCode } from '../../lib/error.ts';
import { type Key, t } from '../words/words.ts';
import { Button, Ghost } from './button.tsx';
import { LongField } from './field.tsx';
import { tick } from './icons-start.ts';
import { Note } from './note.tsx';
import { Scanner } from './scanner.tsx';
import type { ScanEvents } from './use-scan.ts';

/** So many of the three bring a kit back. */
const NEEDED = 2;

type Bytes = Uint8Array<ArrayBuffer>;

/** One of the three cards of a kit, as much of it as this part needs to know. */
interface Card {
  /** Eight characters. */
  readonly kit: string;
  readonly number: number;
}

/** What reads cards and puts two together. Both throw AppError. */
interface CardReader<C extends Card = Card> {
  readCard(text: string): C;
  joinCards(a: C, b: C): Promise<Bytes>;
}

interface CardEntryProps<C extends Card> extends Pick<ScanEvents, 'onAsk' | 'onAsked'> {
  reader: CardReader<C>;
  /** The kit that is needed, where that is known. */
  kit?: string | undefined;
  /** What the button says once two are here. */
  go: string;
  /** Two cards of one kit are here, and this is what they were made from. */
  onCards: (entropy: Bytes) => void;
  /** What became of them, where they were right and still did not do it. */
  slip?: string | null | undefined;
}

/** Easier to say and to compare: "ABCD EFGH". */
export const kitText = (kit: string): string => kit.replace(/(.{4})(?=.)/g, '$1 ');

const reasons: Partial<Record<ErrorCode, Key>> = {
  'not-ours': 'back.card.not-ours',
  'too-new': 'back.card.too-new',
  'cut-short': 'back.card.cut-short',
  'other-key': 'back.card.other-kits',
};

const reasonOf = (error: unknown): string =>
  t((error instanceof AppError && reasons[error.code]) || 'back.card.garbled');

/** Why this card does not go with those that are here; `null` when it does. */
const unfit = (card: Card, cards: readonly Card[], kit: string | undefined): string | null => {
  const [first] = cards;
  if (kit !== undefined && card.kit !== kit) {
    return t('back.card.other-kit', { kit: kitText(card.kit), needed: kitText(kit) });
  }
  if (!first) return null;
  if (card.kit !== first.kit) {
    return t('back.card.two-kits', { kit: kitText(card.kit), first: kitText(first.kit) });
  }
  return card.number === first.number ? t('back.card.same', { number: card.number }) : null;
};

const useCards = <C extends Card>({ reader, kit, onCards }: CardEntryProps<C>) => {
  const [cards, setCards] = useState<readonly C[]>([]);
  const [text, setText] = useState('');
  const [slip, setSlip] = useState<string | null>(null);
  const seen = useRef(new Set<string>());
  /** The cards that are here, with this one if it goes with them. */
  const withCard = (here: readonly C[], typed: string): readonly C[] => {
    try {
      const card = reader.readCard(typed);
      const why = unfit(card, here, kit);
      setSlip(why);
      return why === null ? [...here, card] : here;
    } catch (error) {
      setSlip(reasonOf(error));
      return here;
    }
  };
  return {
    cards,
    text,
    slip,
    setText: (next: string) => {
      setText(next);
      setSlip(null);
    },
    addTyped: () => {
      if (text.trim() === '') return setSlip(t('back.card.empty'));
      const next = withCard(cards, text);
      if (next.length > cards.length) setText('');
      setCards(next);
    },
    /** The camera sees one card many times a second, and a photo may have two of them. */
    addScanned: (texts: readonly string[]) => {
      const fresh = texts.filter(one => !seen.current.has(one));
      for (const one of fresh) seen.current.add(one);
      setCards(fresh.reduce<readonly C[]>(withCard, cards).slice(0, NEEDED));
    },
    again: () => {
      seen.current.clear();
      setCards([]);
      setSlip(null);
    },
    join: async () => {
      const [a, b] = cards;
      try {
        if (a && b) onCards(await reader.joinCards(a, b));
      } catch (error) {
        setSlip(reasonOf(error));
      }
    },
  };
};

/**
 * Asks for two of the three cards of a kit: typed, scanned, or from a photo. Says which ones are here, and names a
 * card of another kit. Its words are the parts `back` and `scan` of the catalogue: whoever shows it brings them.
 */
export const CardEntry = <C extends Card>(props: CardEntryProps<C>) => {
  const entry = useCards(props);
  const { cards, slip } = entry;
  return (
    <div class="stack">
      <div class="stack-2 heard" role="status">
        {cards.map(({ kit, number }) => (
          <Note key={number} icon={tick} title={t('back.card.here', { number })}>
            {t('back.card.kit', { kit: kitText(kit) })}
          </Note>
        ))}
      </div>
      <div role="alert" class="heard">
        {(slip ?? props.slip) && <Note look="wrong">{slip ?? props.slip}</Note>}
      </div>
      {cards.length < NEEDED ? (
        <OneMore entry={entry} onAsk={props.onAsk} onAsked={props.onAsked} />
      ) : (
        <Button look="solid" wide onPress={() => void entry.join()}>
          {props.go}
        </Button>
      )}
      {cards.length > 0 && (
        <Ghost line onPress={entry.again}>
          {t('back.card.again')}
        </Ghost>
      )}
    </div>
  );
};

interface OneMoreProps extends Pick<ScanEvents, 'onAsk' | 'onAsked'> {
  entry: ReturnType<typeof useCards>;
}

const OneMore = ({ entry: { cards, text, setText, addTyped, addScanned }, ...events }: OneMoreProps) => (
  <>
    <form
      class="stack-2"
      onSubmit={event => {
        event.preventDefault();
        addTyped();
      }}
    >
      <LongField
        id="card-text"
        label={t(cards.length === 0 ? 'back.card.first' : 'back.card.second')}
        hint={t('back.card.hint')}
        value={text}
        onInput={setText}
      />
      <Button wide submit>
        {t('back.card.add')}
      </Button>
    </form>
    <Scanner why={t('back.card.scan')} onTexts={addScanned} {...events} />
  </>
);
