import type { Book, ItemInput } from '../../../app/book.ts';
import type { Item } from '../../../domain/item.ts';
import { ownerOf } from '../../../domain/parts.ts';
import { AppError } from '../../../lib/error.ts';
import { type Key, t } from '../../words/words.ts';
import type { Said } from '../context.ts';
import type { Router } from '../router.ts';
import type { Route } from '../routes.ts';

/** Takes a new thing away again. A slip of the thumb must not cost what was typed, so that can be undone too. */
export const saidOf = (book: Book, router: Router<Route>, item: Item) => async (): Promise<Said> => {
  const putBack = await book.remove(item.id);
  // A part is taken back on the screen of its thing.
  if (!ownerOf(item.head)) router.home({ name: 'mine' });
  return { text: t('form.dropped'), undo: putBack };
};

/** What undoes a save: the version before it, or nothing at all for a new thing. */
export const undoOf = (book: Book, router: Router<Route>, before: Item | undefined, now: Item) => {
  if (!before) return saidOf(book, router, now);
  return async (): Promise<null> => {
    await book.bringBack(now.id, before.head.id);
    return null;
  };
};

/**
 * Keeps what a form says. Listing the first allergy takes "I have no allergies" away, or the two would speak
 * against each other; what puts it back is part of the undo.
 */
export const keep = async (
  book: Book,
  input: ItemInput,
): Promise<{ item: Item; putBack: () => Promise<void> }> => {
  const item = await book.saveItem(input);
  if (input.absence) return { item, putBack: async () => undefined };
  const nones = [...book.items.peek().values()].filter(one => one.kind === input.kind && one.head.absence);
  const undos: (() => Promise<void>)[] = [];
  for (const none of nones) if (none.id !== item.id) undos.push(await book.remove(none.id));
  return {
    item,
    putBack: async () => {
      for (const undo of undos) await undo();
    },
  };
};

export interface Trouble {
  what: Key;
  todo: Key;
}

const known = ['storage-full', 'taken-over', 'too-new', 'erased', 'too-big', 'bad-file'] as const;
type Known = (typeof known)[number];

/** What went wrong in plain words: that nothing is lost, and what to do. Words can be too long as a file too big. */
export const troubleOf = (error: unknown, of: 'words' | 'file' = 'words'): Trouble => {
  const code = error instanceof AppError ? known.find((one: Known) => one === error.code) : undefined;
  const name = code === 'too-big' && of === 'words' ? 'too-long' : (code ?? 'other');
  return { what: `form.error.${name}`, todo: `form.error.${name}.do` };
};

/** The same for what is being typed: until a draft is kept, it is on this screen and nowhere else. */
export const draftTroubleOf = (error: unknown): Trouble =>
  error instanceof AppError && error.code === 'storage-full'
    ? { what: 'form.error.draft', todo: 'form.error.draft.do' }
    : troubleOf(error);
