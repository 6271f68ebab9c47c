import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/support/network.ts';
import { meddle, type Place } from '../e2e/support/pages.ts';
import { add, goTo, PIN, startMine, typePin, unlock } from '../e2e/support/person.ts';

// Every byte of every page is tried in tests/fault/pages.test.ts. Here: what the person is told, and that the
// rest can be read and added to.

const addAllergy = (page: Page, to: string, happens = 'A rash') =>
  add(page, 'Something I react to', { 'What are you allergic to?': to, 'What happens to you?': happens });

/** What happens, told at such length that both don't fit on one page. */
const atLength = (word: string, length: number): string => word.repeat(length / word.length).trim();

/** Neither root nor index. */
const isData = (place: Place): boolean => Array.isArray(place) && place[1] > 1;
const dataIn = (changed: Place[]): Place[] => changed.filter(isData);

/** Opened anew, it reads every page again. */
async function openAnew(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hide' }).click();
  await unlock(page);
}

/** Whether it tells of damage when it is opened, and which allergies are there. */
async function look(page: Page): Promise<{ damage: string; there: string[] }> {
  await openAnew(page);
  const notes = page.getByRole('main').locator('.note.wrong');
  const damage = (await notes.allInnerTexts()).join();
  await goTo(page, 'Mine');
  const main = await page.getByRole('main').innerText();
  return {
    damage,
    there: ['First', 'Second', 'Penicillin', 'Latex', 'Eggs'].filter(one => main.includes(one)),
  };
}

test('damage is said in plain words, and the rest is there', async ({ page }) => {
  test.setTimeout(120_000);
  await startMine(page);
  await addAllergy(page, 'Penicillin');
  await meddle(page, { do: 'remember' });
  await addAllergy(page, 'First', atLength('first ', 10_000));
  const [small] = dataIn(await meddle(page, { do: 'remember' }));
  await addAllergy(page, 'Second', atLength('second ', 58_000));
  const large = dataIn(await meddle(page, { do: 'remember' })).at(-1);
  expect(large).not.toEqual(small);
  const root: Place = [(small as [number, number])[0], 0];
  const all = ['First', 'Second', 'Penicillin'];
  expect(await look(page)).toEqual({ damage: '', there: all });
  const others = ['First', 'Penicillin'];

  await meddle(page, { do: 'flip', at: large!, byte: 40_000 });
  const flipped = await look(page);
  expect(flipped.there).toEqual(others);
  expect(flipped.damage).toContain('Part of what was kept can’t be read');
  expect(flipped.damage).toContain('The rest is fine.');
  expect(flipped.damage).toContain('1 part can’t be read.');
  // What is missing is added again, beside what can't be read.
  await addAllergy(page, 'Latex');
  const added = await look(page);
  expect(added.there).toEqual([...others, 'Latex']);
  expect(added.damage).toContain('1 part can’t be read.');

  await meddle(page, { do: 'restore' });
  await meddle(page, { do: 'remove', at: large! });
  const removed = await look(page);
  expect(removed.there).toEqual(others);
  expect(removed.damage).toContain('1 part can’t be read.');

  await meddle(page, { do: 'restore' });
  await meddle(page, { do: 'swap', at: large!, with: small! });
  const swapped = await look(page);
  expect(swapped.there).toEqual([]);
  expect(swapped.damage).toContain('2 parts can’t be read.');
  await expect(page.getByText('Nothing kept yet')).toHaveCount(0);

  await meddle(page, { do: 'restore' });
  await meddle(page, { do: 'remove', at: root });
  const rootless = await look(page);
  expect(rootless.there).toEqual(all);
  expect(rootless.damage).toContain('Part of what was kept can’t be read');

  await meddle(page, { do: 'restore' });
  await openAnew(page);
  await addAllergy(page, 'Latex');
  await meddle(page, { do: 'replay', at: small! });
  const replayed = await look(page);
  expect(replayed.there).toEqual(['Second']);
  expect(replayed.damage).toContain('1 part can’t be read.');
});

test('a torn slot table opens by its second copy, and without both it is said', async ({ page }) => {
  await startMine(page);
  await addAllergy(page, 'Penicillin');
  await meddle(page, { do: 'flip', at: 'slots', byte: 100 });
  const torn = await look(page);
  expect(torn.there).toEqual(['Penicillin']);
  expect(torn.damage).toContain('1 part can’t be read.');
  // The next save writes both anew.
  await addAllergy(page, 'Latex');
  expect(await look(page)).toEqual({ damage: '', there: ['Penicillin', 'Latex'] });

  await meddle(page, { do: 'flip', at: 'slots', byte: 100 });
  await meddle(page, { do: 'flip', at: 'slots2', byte: 100 });
  await page.getByRole('button', { name: 'Hide' }).click();
  await typePin(page, PIN, 'Open');
  await expect(page.getByRole('alert')).toContainText('A part that opens the record can’t be read.');
});
