import type { Page } from '@playwright/test';
import { axeFaults } from './axe.ts';
import { layoutFaults } from './layout.ts';
import { type Look, lookLike } from './looks.ts';

/** Across: a theme changes colours alone and a size places alone, so that two see what all four would. */
const across: readonly Look[] = [
  { size: 'phone', scheme: 'light', text: 200 },
  { size: 'desktop', scheme: 'dark', text: 200 },
];
const all: readonly Look[] = [
  ...across,
  { size: 'phone', scheme: 'dark', text: 200 },
  { size: 'desktop', scheme: 'light', text: 200 },
];
const looks = process.env.HOLDFAST_LONG ? all : across;

/** What a size or a theme can change; all else of a page is the same in each, and found once. */
const byLook = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'meta-viewport'];

/** What axe and the layout's rules find on what the page shows now, in each look, a line each. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const faults: string[] = [];
  const note = (look: Look, found: string[]) =>
    faults.push(...found.map(fault => `${look.size} ${look.scheme} ${look.text}%: ${fault}`));
  for (const [at, look] of looks.entries()) {
    await lookLike(page, look);
    const rules = at === 0 || process.env.HOLDFAST_LONG ? undefined : byLook;
    note(look, [...(await axeFaults(page, rules)), ...(await layoutFaults(page))]);
  }
  const small: Look = { size: 'small', scheme: 'light', text: 100 };
  await lookLike(page, small);
  note(small, await layoutFaults(page));
  await lookLike(page, { size: 'phone', scheme: 'light', text: 100 });
  return faults;
};
