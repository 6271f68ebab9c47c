import { createCrypto } from '../crypto/client.ts';
import { madeUpItems } from '../domain/made-up.ts';
import { makeVersion, toItems } from '../domain/versions.ts';
import { randomId } from '../lib/bytes.ts';
import { type Clock, today } from '../lib/clock.ts';
import { Book } from './book.ts';
import { putVersion } from './codec.ts';
import { linkBase } from './opener.ts';
import { memoryRecords } from './records.ts';
import { Sharing } from './sharing.ts';
import { beginContent, encodeContent, type Gift, given, type Helping, help, linesIn } from './together.ts';

/** Sixteen hex characters, as every install has. */
const INSTALL = 'a'.repeat(16);

/** The made-up person's record, for trying out and for teaching: in memory only, gone when it is left. */
export const madeUp = async (clock: Clock): Promise<{ book: Book; sharing: Sharing }> => {
  const store = memoryRecords();
  const versions = new Map<string, ReturnType<typeof makeVersion>[]>();
  for (const [index, { id, lookedAt, ...saying }] of madeUpItems(today(clock)).entries()) {
    const item = id ?? randomId();
    const story = versions.get(item) ?? [];
    const before = toItems(story).get(item);
    const stamp = { id: `${INSTALL}.${index + 1}`, item, lookedAt, savedAt: `${lookedAt}T00:00:00.000Z` };
    versions.set(item, [...story, makeVersion(saying, stamp, before)]);
  }
  await store.save([...versions.values()].flat().map(putVersion));
  const book = new Book(store, clock);
  return { book, sharing: new Sharing(book, createCrypto(), linkBase(), clock) };
};

/** The made-up person's phone in a helper's hands: all as it is, but that memory is the inbox. */
export const lendMadeUp = (
  book: Book,
  gift: Gift,
  clock: Clock,
): { helping: Helping; takeBack: () => Promise<void> } => {
  const begun = beginContent(gift.helper, clock);
  let content = encodeContent(begun);
  const outbox = {
    write: async (bytes: Uint8Array<ArrayBuffer>) => {
      content = bytes;
    },
  };
  return {
    helping: help(outbox, begun, given(book, gift), clock),
    takeBack: async () => {
      await book.waiting.letIn(linesIn(content, book.all.peek()));
    },
  };
};
