import type { Page } from '@playwright/test';
import { journeys } from './screens.ts';
import { axeFaults } from './support/axe.ts';
import { layoutFaults } from './support/layout.ts';
import { type Look, lookLike } from './support/looks.ts';
import { expect, test } from './support/network.ts';

// Every screen once, and on each of them every size, theme and size of words.
test.use({ serviceWorkers: 'block', trace: 'off', actionTimeout: 30_000 });
test.setTimeout(240_000);

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

const faultsOf = async (page: Page): Promise<string[]> => {
  const faults: string[] = [];
  const note = (look: Look, found: string[]) =>
    faults.push(...found.map(fault => `${look.size} ${look.scheme} ${look.text}%: ${fault}`));
  for (const look of looks) {
    await lookLike(page, look);
    note(look, [...(await axeFaults(page)), ...(await layoutFaults(page))]);
  }
  const small: Look = { size: 'small', scheme: 'light', text: 100 };
  await lookLike(page, small);
  note(small, await layoutFaults(page));
  await lookLike(page, { size: 'phone', scheme: 'light', text: 100 });
  return faults;
};

for (const { name: journey, screens } of journeys) {
  test(`anyone can use each screen: ${journey}`, async ({ page }) => {
    for (const { name, go } of screens) {
      await go(page);
      const faults = await faultsOf(page);
      expect.soft(faults, name).toEqual([]);
    }
  });
}
