import type { FileValue } from '../domain/item.ts';
import { kindOf } from '../domain/kinds.ts';
import { nameOf } from '../domain/plain.ts';
import type { Line, Proposal } from '../domain/proposal.ts';
import { showPlain } from '../domain/safe-text.ts';
import type { Share, SharedFile } from '../domain/share.ts';
import { randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { mayUnpack } from '../share/jpeg.ts';
import type { OpenedShare } from '../share/port.ts';
import { type Blobs, filesOf } from './blobs.ts';
import type { Book } from './book.ts';

/**
 * What became of a share: it waits for a yes; it came in before; the time that they gave it is over; or nothing of it
 * is for keeping.
 */
export type Received = 'waits' | 'known' | 'past' | 'nothing';

const LONGEST_NAME = 60;
/** ms */
const MINUTE = 60_000;

/** Who they are stays theirs: their name says where the rest came from, and never takes the place of one's own. */
const THEIRS = 'about';

/**
 * The things of another person's share as lines: each new, each for a yes. What they have none of is no thing, and of
 * what there is one for the whole record (a treatment), the one that is `kept` stays the person's own.
 */
const linesOf = ({ items }: Share, files: Files, proposal: Proposal, kept: ReadonlySet<string>): Line[] =>
  items.flatMap(({ kind, values, asOf, absence }, seq) => {
    const known = kindOf(kind);
    if (!known || known.partOf || kind === THEIRS || (known.single && kept.has(kind))) return [];
    const changes = { ...values, ...files.get(seq) };
    if (absence || Object.keys(changes).length === 0) return [];
    return [
      {
        id: randomId(),
        proposal,
        seq,
        item: randomId(),
        kind,
        base: [],
        changes,
        privacy: known.privacy,
        asOf: asOf || proposal.on,
      },
    ];
  });

/** The photos and PDFs of each item, by its place in the share and by field. */
type Files = ReadonlyMap<number, Readonly<Record<string, FileValue>>>;

/** Under ids of this record, and their bytes. What is too large to unpack stays out. */
const filesIn = (shared: readonly SharedFile[]): { files: Files; blobs: Blobs } => {
  const files = new Map<number, Record<string, FileValue>>();
  const blobs: Blobs = [];
  for (const { item, field, bytes, ...what } of shared) {
    if (what.type !== 'application/pdf' && !mayUnpack(what.type, bytes)) continue;
    const id = randomId();
    files.set(item, { ...files.get(item), [field]: { ...what, blob: id, size: bytes.length } });
    blobs.push({ id, bytes });
  }
  return { files, blobs };
};

/**
 * Takes in what another Holdfast shows: its things wait for the person's yes, with their photos. Broken off between,
 * the photos go at the next start. Throws as a save does.
 */
export const takeInShare = async (
  book: Book,
  { id, share, files: shared }: Pick<OpenedShare, 'id' | 'share' | 'files'>,
  clock: Clock,
): Promise<Received> => {
  if (book.waiting.knows(id)) return 'known';
  const now = clock.now();
  if (now >= share.expires * MINUTE) return 'past';
  const from = showPlain(nameOf(share.items)).slice(0, LONGEST_NAME);
  const at = new Date(now).toISOString();
  const kept = new Set([...book.items.peek().values()].map(({ kind }) => kind));
  const { files, blobs } = filesIn(shared);
  const lines = linesOf(share, files, { id, via: 'scan', from, at, on: today(clock) }, kept);
  if (lines.length === 0) return 'nothing';
  const wanted = filesOf(lines.map(({ changes }) => ({ values: changes })));
  await book.keepBlobs(blobs.filter(blob => wanted.has(blob.id)));
  return (await book.waiting.letIn(lines)) ? 'waits' : 'known';
};
