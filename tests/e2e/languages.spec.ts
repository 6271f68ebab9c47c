import type { Page } from '@playwright/test';
import { journeys } from './screens.ts';
import { layoutFaults } from './support/layout.ts';
import { lookLike } from './support/looks.ts';
import { expect, test } from './support/network.ts';
import { speaking } from './support/tongue.ts';

// Every screen in two made-up locales: one with longer, accented words, one that runs from right to left.
test.use({ serviceWorkers: 'block', trace: 'off', actionTimeout: 30_000 });
test.setTimeout(240_000);

/** What the browser says itself for a locale it doesn't know: dates, times, sizes, lists. */
const browsersOwn = () => {
  const said = new Set<string>([
    'am',
    'pm',
    'at',
    'and',
    'or',
    'Today',
    'mg',
    'MB',
    'kB',
    'GB',
    'byte',
    'month',
    'months',
    'year',
    'years',
    'day',
    'days',
  ]);
  for (let month = 0; month < 12; month++) {
    for (const style of ['long', 'short'] as const) {
      said.add(new Date(2024, month, 1).toLocaleDateString('en', { month: style }));
      said.add(new Date(2024, 0, month + 1).toLocaleDateString('en', { weekday: style }));
    }
  }
  return [...said];
};

/** Words on the screen that are neither the catalogue's nor the person's own (those stand in `<bdi>` or fields). */
const strangers = (page: Page, own: string[]): Promise<string[]> =>
  page.evaluate(own => {
    const found: string[] = [];
    const root = document.querySelector('dialog[open]') ?? document.body;
    const known = new RegExp(`(?<!\\p{L})(?:${own.join('|')})(?!\\p{L})`, 'giu');
    // A name or why inside a sentence, where no mark-up can be.
    const theirs = /Alex Marlow|Alex|My script runs out soon|Penicillin/g;
    // Every letter that the made-up locale turns into another.
    const plain = /[aeiouAEIOUcnsy]/;
    const isOurs = (at: Element) =>
      at.closest('bdi, [dir="auto"], .words, textarea, svg, .sr [lang]') !== null;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = (node.textContent ?? '').replace(known, '').replace(theirs, '');
      const at = node.parentElement!;
      if (plain.test(text) && !isOurs(at) && at.checkVisibility({ visibilityProperty: true }))
        found.push(text.trim());
    }
    for (const at of root.querySelectorAll('[aria-label], [placeholder], [alt], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
        const text = at.getAttribute(name);
        if (text && !/[áéíóúçñšýÅÉÎÖÛ]/.test(text) && plain.test(text)) found.push(`${name}: ${text}`);
      }
    }
    return [...new Set(found)];
  }, own);

/** The person's own words that could drag the sentence around them along: in no `<bdi>` and not in a block of their own. */
const unbound = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    const found: string[] = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.parentElement!;
      // Words of the catalogue lie between marks.
      const text = (node.textContent ?? '').replace(/\u202e[^\u202c]*\u202c|\u2068[^\u2069]*\u2069/g, '');
      if (!/[A-Za-z]{2}/.test(text) || at.closest('bdi, [dir], textarea, svg') !== document.documentElement)
        continue;
      if (at.checkVisibility({ visibilityProperty: true })) found.push(text.trim());
    }
    return [...new Set(found)];
  });

const turnTo = (page: Page, dir: 'ltr' | 'rtl'): Promise<void> =>
  page.evaluate(dir => {
    document.documentElement.dir = dir;
  }, dir);

const small = { size: 'small', scheme: 'light', text: 100 } as const;

for (const { name: journey, screens } of journeys) {
  test(`longer words, mirrored too: ${journey}`, async ({ page }) => {
    speaking(page, 'en-XA');
    const own = browsersOwn();
    for (const { name, go } of screens) {
      await go(page);
      await lookLike(page, small);
      const faults = [...(await strangers(page, own)), ...(await layoutFaults(page))];
      await turnTo(page, 'rtl');
      faults.push(...(await layoutFaults(page)).map(fault => `mirrored: ${fault}`));
      await turnTo(page, 'ltr');
      expect.soft(faults, name).toEqual([]);
    }
  });

  // Words that themselves run from right to left. The places of things are seen above already.
  if (process.env.HOLDFAST_LONG)
    test(`right to left: ${journey}`, async ({ page }) => {
      speaking(page, 'ar-XB');
      for (const { name, go } of screens) {
        await go(page);
        await lookLike(page, small);
        await expect(page.locator('html'), name).toHaveAttribute('dir', 'rtl');
        const faults = [...(await unbound(page)), ...(await layoutFaults(page))];
        expect.soft(faults, name).toEqual([]);
      }
    });
}

test('right to left: what a reader sees', async ({ page }) => {
  speaking(page, 'ar-XB');
  const { screens } = journeys.find(({ name }) => name === 'reading')!;
  for (const { name, go } of screens.slice(0, 6)) {
    await go(page);
    await lookLike(page, small);
    await expect(page.locator('html'), name).toHaveAttribute('dir', 'rtl');
    expect.soft([...(await unbound(page)), ...(await layoutFaults(page))], name).toEqual([]);
  }
});
