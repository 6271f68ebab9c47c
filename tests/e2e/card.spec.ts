import type { Page } from '@playwright/test';
import { writeCard } from '../../src/vault/card.ts';
import { storeOf } from '../fault/support/copy.ts';
import { cardOnDisk } from './support/card.ts';
import { expect, test } from './support/network.ts';
import { add, goTo, startMine, unlock } from './support/person.ts';
import { readCode } from './support/read-code.ts';
import { press } from './support/showing.ts';

test.use({ viewport: { width: 360, height: 740 } });

/** All that the app's database holds, as text. */
const onDisk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    let all = '';
    const text = (value: unknown): string =>
      value instanceof Uint8Array || value instanceof ArrayBuffer
        ? new TextDecoder().decode(value)
        : (JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? text(part) : part)) ?? '');
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const open = indexedDB.open(name!);
        open.onsuccess = () => done(open.result);
        open.onerror = () => fail(open.error);
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>(done => {
          const get = database.transaction(store).objectStore(store).getAll();
          get.onsuccess = () => done(get.result);
        });
        all += values.map(text).join('\n');
      }
      database.close();
    }
    return all;
  });

const hide = async (page: Page) => {
  await press(page, 'Hide');
  await expect(page.getByRole('heading', { name: 'Type your PIN' })).toBeVisible();
};

const toCard = async (page: Page) => {
  await goTo(page, 'People');
  await press(page, /^Emergency card/);
  await expect(page.getByRole('heading', { name: 'Emergency card' })).toBeVisible();
};

const tickLine = (page: Page, group: string, line: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: group, exact: true }) })
    .locator('label.pick')
    .filter({ hasText: line })
    .click();

test('a card that this record did not put on can be read, and turned off', async ({ page }) => {
  await startMine(page);
  await add(page, 'Something I react to', { 'What are you allergic to?': 'Penicillin' });
  const lines = [{ label: 'Allergies', value: 'Latex' }];
  await writeCard(await storeOf(page), JSON.stringify({ made: '2026-05-12', lines }));
  await toCard(page);
  await expect(page.getByText('It does not follow what you change here.')).toBeVisible();
  await expect(page.getByText('Something on it has changed')).toHaveCount(0);
  await press(page, 'See it');
  await expect(page.getByText('Latex')).toBeVisible();
  await page.goBack();
  await press(page, 'Turn it off');
  await expect(page.getByText('It is off. Nothing of it is on this phone.')).toBeVisible();
  expect(await cardOnDisk(page)).toBeNull();
});

test('the emergency card is off, then what was ticked in two presses, then gone', async ({ page }) => {
  await startMine(page);
  await add(page, 'My opioid treatment', {
    'Which one are you on?': 'Methadone liquid',
    'How much is one dose?': '60',
    'Where do you get your dose?': 'Northside Pharmacy',
    'What is their phone number?': '02 5550 0142',
  });
  await add(page, 'Something I react to', {
    'What are you allergic to?': 'Penicillin',
    'What happens to you?': 'Face swells',
  });
  await hide(page);
  await expect(page.getByRole('button', { name: 'Emergency card' })).toHaveCount(0);
  await unlock(page);

  await toCard(page);
  const plain = page.getByText('While it is on, anyone who holds this phone can read it. It is not locked.');
  await expect(plain).toBeVisible();
  await expect(page.getByText('It is off. Nothing of it is on this phone.')).toBeVisible();
  await press(page, 'Choose what goes on it');
  await expect(plain).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await press(page, 'Put it on this phone');
  await expect(page.getByRole('alert')).toContainText('Tick one line first, or go back.');
  for (const line of ['Medicine', 'Dosing point phone']) await tickLine(page, 'My treatment', line);
  await tickLine(page, 'Penicillin', 'Allergy to');
  // The preview is the card, and holds what was ticked and no more.
  const preview = page.locator('#card-preview');
  await expect(preview).toContainText('Ring the dosing point first.');
  await expect(preview).toContainText('02\u00a05550\u00a00142');
  await expect(preview).not.toContainText(/60 mg|Face swells/);
  const looked = await preview.locator('dl').innerText();
  expect(await cardOnDisk(page)).toBeNull();
  expect(await onDisk(page)).not.toContain('Methadone');
  await press(page, 'Put it on this phone');
  await expect(page.getByText('The card is on', { exact: true })).toBeVisible();

  await page.reload();
  // In sight on a small phone, without scrolling.
  await expect(page.getByRole('button', { name: 'Emergency card' })).toBeInViewport({ ratio: 1 });
  await press(page, 'Emergency card');
  await expect(page.locator('dl')).toBeVisible();
  expect(await page.locator('dl').innerText()).toBe(looked);
  const size = await page
    .locator('dd')
    .first()
    .evaluate(line => parseFloat(getComputedStyle(line).fontSize));
  expect(size, 'large text').toBeGreaterThanOrEqual(24);
  await press(page, 'Show as a code');
  await expect(page.getByRole('img')).toBeVisible();
  expect(await readCode(page)).toBe(
    [
      'Allergy: Penicillin.',
      'Check first: Ring the dosing point first. To help you check. Not proof of a dose.',
      'Opioid treatment: Methadone liquid. Dosing point phone: 02 5550 0142.',
    ].join('\n'),
  );
  expect(await cardOnDisk(page)).toContain('Methadone liquid');

  await press(page, 'Back to the lock');
  await unlock(page);
  await toCard(page);
  await press(page, 'Turn it off');
  await expect(page.getByText('The card is off and gone from this phone')).toBeVisible();
  expect(await cardOnDisk(page)).toBeNull();
  expect(await onDisk(page)).not.toContain('Methadone');
  await hide(page);
  await expect(page.getByRole('button', { name: 'Emergency card' })).toHaveCount(0);
});
