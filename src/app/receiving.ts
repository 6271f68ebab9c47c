import { kindOf } from '../domain/kinds.ts';
import { nameOf } from '../domain/plain.ts';
import type { Line, Proposal } from '../domain/proposal.ts';
import { showPlain } from '../domain/safe-text.ts';
import type { Share } from '../domain/share.ts';
import { randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import type { Book } from './book.ts';

/** What became of a share: it waits for a yes; it came in before; or nothing of it is for keeping. */
export type Received = 'waits' | 'known' | 'nothing';

const LONGEST_NAME = 60;

/** Who they are stays theirs: their name says where the rest came from, and never takes the place of one's own. */
const THEIRS = 'about';

/**
 * The things of another person's share as lines: each new, each for a yes. What they have none of is no thing, and of
 * what there is one for the whole record (a treatment), the one that is `kept` stays the person's own.
 */
const linesOf = ({ items }: Share, proposal: Proposal, kept: ReadonlySet<string>): Line[] =>
  items.flatMap(({ kind, values, asOf, absence }, seq) => {
    const known = kindOf(kind);
    if (!known || known.partOf || kind === THEIRS || (known.single && kept.has(kind))) return [];
    if (absence || Object.keys(values).length === 0) return [];
    return [
      {
        id: randomId(),
        proposal,
        seq,
        item: randomId(),
        kind,
        base: [],
        changes: values,
        privacy: known.privacy,
        asOf: asOf || proposal.on,
      },
    ];
  });

/** Takes in what another Holdfast shows: its things wait for the person's yes. Photos stay where they are. */
export const takeInShare = async (
  book: Book,
  { id, share }: { id: string; share: Share },
  clock: Clock,
): Promise<Received> => {
  if (book.waiting.knows(id)) return 'known';
  const from = showPlain(nameOf(share.items)).slice(0, LONGEST_NAME);
  const at = new Date(clock.now()).toISOString();
  const kept = new Set([...book.items.peek().values()].map(({ kind }) => kind));
  const lines = linesOf(share, { id, via: 'scan', from, at, on: today(clock) }, kept);
  if (lines.length === 0) return 'nothing';
  return (await book.waiting.letIn(lines)) ? 'waits' : 'known';
};
