import type { Page } from '@playwright/test';
import { createLocalCrypto } from '../../../src/crypto/local.ts';
import type { Share, SharedItem } from '../../../src/domain/share.ts';
import { sealShare } from '../../../src/share/share.ts';

const NOW = Math.floor(Date.now() / 60_000);

const item = (kind: string, values: SharedItem['values']): SharedItem => ({
  kind,
  source: { type: 'me' },
  asOf: '2026-03',
  values,
});

const share: Share = {
  purpose: 'gp',
  made: NOW,
  expires: NOW + 60,
  why: 'My script runs out soon.',
  items: [item('allergy', { to: 'Penicillin' }), item('medicine', { name: 'Sertraline', dose: '100 mg' })],
};

/** Opens a share on the reader's page, as someone would who scanned its code and was told its words. */
export async function openShare(page: Page, base: string): Promise<void> {
  const crypto = createLocalCrypto();
  const { link, words } = await sealShare(crypto, { share, reply: null, files: [] }, `${base}r.html`);
  crypto.close();
  await page.goto(link);
  // The form moves on by itself, and opens by itself once all four are known.
  for (const [at, word] of words.entries()) await page.locator(`#word-${at + 1}`).fill(word);
}
