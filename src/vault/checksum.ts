import { PAGE_BYTES, type Page } from '../store/pages.ts';

/*
 * The last four bytes of a page that is not sealed: FNV-1a, 32 bits, of the rest. Every changed byte shows. Against
 * accidents only: whoever can write the page can write the sum. http://www.isthe.com/chongo/tech/comp/fnv/
 */
const AT = PAGE_BYTES - 4;

const sumOf = (page: Page): number => {
  let sum = 0x811c9dc5;
  for (let i = 0; i < AT; i++) sum = Math.imul(sum ^ page[i]!, 0x01000193);
  return sum >>> 0;
};

const view = (page: Page): DataView => new DataView(page.buffer, page.byteOffset);

/** Writes a page's sum into it. */
export const putSum = (page: Page): void => view(page).setUint32(AT, sumOf(page), true);

/** Whether a page is as it was summed. */
export const sumHolds = (page: Page): boolean =>
  page.length === PAGE_BYTES && view(page).getUint32(AT, true) === sumOf(page);
