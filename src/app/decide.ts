import type { Source } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import {
  type Fate,
  type Line,
  type Offer,
  type ProposalEntry,
  privacyOfLine,
  sayingFrom,
} from '../domain/proposal.ts';
import { utf8 } from '../lib/bytes.ts';
import type { Clock } from '../lib/clock.ts';
import type { Book } from './book.ts';
import type { Choice } from './waiting.ts';

/** What the person says about offers of one proposal. */
export interface Verdict {
  use: readonly Offer[];
  leave: readonly Offer[];
  /** Whether each thing used is to say who helped on this phone. */
  named: boolean;
}

const linesOf = (offers: readonly Offer[]): Line[] => offers.flatMap(({ line, parts }) => [line, ...parts]);

const types = { together: 'peer', answer: 'provider', scan: 'scanned', backup: 'me' } as const;

/** Who helped is named only if the person wants that; who answered, and that it was scanned, always stands. */
const sourceOf = ({ proposal: { via, from } }: Line, named: boolean): Source => {
  if (via === 'together' && !named) return { type: 'me' };
  return from ? { type: types[via], name: from } : { type: types[via] };
};

/** What was said of everything that came in together is one record of the log, and has a limit. */
const LONGEST_TITLE = 100;

/** What a thing goes by in the log: short, and as the person wrote it. */
export const titleOf = ({ kind }: Pick<Line, 'kind'>, values: Line['changes']): string => {
  const names = kindOf(kind)?.title ?? [];
  const title = names.map(name => values[name]).find(value => typeof value === 'string' && value !== '');
  return typeof title === 'string' ? title.slice(0, LONGEST_TITLE) : '';
};

/** What is said of a proposal may have this many bytes: less than a record, with room for who and when. */
const LONGEST_ENTRY = 50_000;

/** What became of more lines, thing by thing while there is room, and then by number. */
const withRoom = (
  known: ProposalEntry | undefined,
  items: ProposalEntry['items'],
): Pick<ProposalEntry, 'items' | 'more'> => {
  const told = [...(known?.items ?? [])];
  const more = { used: 0, kept: 0, ...known?.more };
  let room = LONGEST_ENTRY - utf8(JSON.stringify(told)).length;
  for (const one of items) {
    room -= utf8(JSON.stringify(one)).length + 1;
    if (room > 0) told.push(one);
    else more[one.fate] += 1;
  }
  return more.used + more.kept > 0 ? { items: told, more } : { items: told };
};

/**
 * Takes in what is to be used, drops what is to be left, and writes down both: one transaction. Returns how many
 * offers became the person's, and what takes all of it back until the next change.
 */
export const decide = async (
  book: Book,
  { use, leave, named }: Verdict,
  clock: Clock,
): Promise<{ used: number; undo: () => Promise<void> }> => {
  const all = book.all.peek();
  const choices: Choice[] = [
    ...linesOf(use).map(line => ({
      line,
      saying: line.out ? ('take-out' as const) : sayingFrom(line, all, sourceOf(line, named)),
    })),
    ...linesOf(leave).map(line => ({ line, saying: null })),
  ];
  const { proposal } = choices[0]!.line;
  const known = book.log.peek().find(entry => entry.id === proposal.id);
  const entry: ProposalEntry = {
    id: proposal.id,
    type: 'proposal',
    at: known?.at ?? new Date(clock.now()).toISOString(),
    via: proposal.via,
    from: proposal.from,
    ...(proposal.share === undefined ? {} : { share: proposal.share }),
    ...withRoom(
      known?.type === 'proposal' ? known : undefined,
      choices.map(({ line, saying }) => {
        const fate: Fate = saying ? 'used' : 'kept';
        const privacy = privacyOfLine(line, all);
        const said = typeof saying === 'object' ? saying?.values : undefined;
        const values = said ?? all.get(line.item)?.head.values ?? line.changes;
        // Just me means that nothing else tells of it either.
        const title = privacy === 'just-me' ? '' : titleOf(line, values);
        return { item: line.item, kind: line.kind, title, privacy, fate };
      }),
    ),
  };
  const undo = await book.waiting.decide(choices, entry);
  return { used: use.length, undo };
};
