import { createCrypto } from '../crypto/client.ts';
import { madeUpItems } from '../domain/made-up.ts';
import { type Clock, today } from '../lib/clock.ts';
import { Book } from './book.ts';
import { linkBase } from './opener.ts';
import { memoryRecords } from './records.ts';
import { Sharing } from './sharing.ts';

/** The made-up person's record, for trying out and for teaching: in memory only, gone when it is left. */
export const madeUp = async (clock: Clock): Promise<{ book: Book; sharing: Sharing }> => {
  const book = new Book(memoryRecords(), clock);
  for (const input of madeUpItems(today(clock))) await book.saveItem(input);
  return { book, sharing: new Sharing(book, createCrypto(), linkBase(), clock) };
};
