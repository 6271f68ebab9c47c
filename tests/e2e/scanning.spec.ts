import type { Page } from '@playwright/test';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { sealShare } from '../../src/share/share.ts';
import { alone, everyday } from '../share/shares.ts';
import { expect, test } from './support/network.ts';
import { goTo, startMine, unlock } from './support/person.ts';
import { press, typeWords } from './support/showing.ts';

const card = 'BEGIN:VCARD\nFN:Sam Lee\nTITLE:Peer worker\nTEL;CELL:0491 570 156\nEND:VCARD';

test('a pasted contact card waits for a yes, says where it is from, and can be taken back', async ({
  page,
}) => {
  await startMine(page);
  await goTo(page, 'People');
  await press(page, /^Scan or paste/);
  const words = page.getByLabel('Paste or type it here');
  await words.fill('Something else that waits');
  // A lock in between loses nothing of it.
  await press(page, 'Hide');
  await unlock(page);
  await expect(page.getByRole('button', { name: /^One change waits for your yes/ })).toBeVisible();

  await goTo(page, 'People');
  await press(page, /^Scan or paste/);
  await words.fill(card);
  await press(page, 'Go on');
  // What was just pasted is looked at, though something older waits.
  await expect(page.getByRole('heading', { name: 'Sam Lee' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Peer worker');
  const use = async () => {
    await page.locator('label.chip', { hasText: 'Use it' }).click();
    await press(page, 'Finish');
    await expect(page.getByText('One change is yours now')).toBeVisible();
    // The older one is next.
    await expect(page.getByRole('main')).toContainText('Something else that waits');
  };
  await use();
  await press(page, 'Undo');
  await expect(page.getByRole('heading', { name: 'Sam Lee' })).toBeVisible();
  await use();

  await press(page, /^Back/);
  await press(page, /^Look back/);
  await press(page, /^Something scanned or pasted.*1 used/);
  await expect(page.getByRole('main')).toContainText('Scanned, pasted or opened');
  await press(page, /^Sam Lee/);
  await expect(page.getByText(/^Scanned or pasted, \d/)).toBeVisible();

  // The same from a file is nothing new.
  await goTo(page, 'People');
  await press(page, /^Scan or paste/);
  const file = { name: 'sam.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card) };
  await page.locator('input[type=file][accept*=vcf]').setInputFiles(file);
  await expect(page.getByText('You have this already')).toBeVisible();
});

/** A small photo, as a phone would make one. */
const jpegOf = async (page: Page): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')!.fillRect(0, 0, 32, 48);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await jpeg.arrayBuffer())];
  });
  return Uint8Array.from(bytes);
};

test('what someone else’s Holdfast shows comes in with its words and photo, and waits', async ({ page }) => {
  await startMine(page);
  const made = Math.floor(Date.now() / 60_000);
  const letter = { kind: 'document', source: { type: 'me' }, asOf: '', values: { name: 'Script' } } as const;
  const items = [...everyday.items, letter];
  const bytes = await jpegOf(page);
  const photo = { item: items.length - 1, field: 'file', type: 'image/jpeg', bytes } as const;
  const crypto = createLocalCrypto();
  const show = async (expires: number) => {
    const share = { ...everyday, items, made, expires };
    return sealShare(crypto, { ...alone(share), files: [photo] }, 'https://other.example/r.html');
  };
  const take = async ({ link, words }: { link: string; words: readonly string[] }) => {
    await page.getByLabel('Paste or type it here').fill(link);
    await press(page, 'Go on');
    await expect(page.getByRole('heading', { name: 'Type the 4 words' })).toBeVisible();
    await typeWords(page, words);
  };
  await goTo(page, 'People');
  await press(page, /^Scan or paste/);
  await take(await show(made));
  await expect(page.getByText('Their time for this is over')).toBeVisible();
  await take(await show(made + 60));
  crypto.close();
  await expect(page.getByRole('heading', { name: /changes to look at/ })).toBeVisible();
  await expect(page.locator('.change').first()).toBeVisible();
  const line = page.locator('.change', { hasText: 'Script' }).last();
  await line.locator('label', { hasText: 'Use it' }).click();
  await press(page, 'Finish');
  await goTo(page, 'Mine');
  await press(page, /^A paper of mine/);
  const shown = page.getByRole('img', { name: 'Photo: Photo or PDF' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((at: HTMLImageElement) => at.naturalWidth)).toBe(64);
});
