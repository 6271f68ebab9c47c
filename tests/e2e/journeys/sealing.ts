import type { Page } from '@playwright/test';
import { makeLink } from '../../../src/share/link.ts';
import { linkQr } from '../../../src/share/qr.ts';
import { keyMessage } from '../../../src/share/reader-key.ts';
import { pixelsOfPicture, pngOf } from '../../scan/codes.ts';
import { goTo, openMadeUp, tick } from '../support/person.ts';
import { heading, type Journey, press } from './journey.ts';

/** A public key of X25519 from RFC 7748, 6.1 (Alice's). */
const KEY = '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a';

/** The code of a reader's page, as a photo to pick. */
const keyPhoto = (): Buffer => {
  const message = keyMessage(Uint8Array.from(Buffer.from(KEY, 'hex')));
  return pngOf(pixelsOfPicture(linkQr(makeLink('https://holdfast.example/r.html', message)), 4));
};

const toLook = async (page: Page) => {
  await openMadeUp(page);
  await goTo(page, 'Show');
  await press(page, 'Next: what they see');
  await press(page, 'Pick from everything');
  await tick(page, 'My treatment');
  await press(page, /^Show \d+ things$/);
  const children = page.getByRole('button', { name: 'Leave it out' });
  const make = page.getByRole('button', { name: 'Make the code' });
  await children.or(make).first().waitFor();
  if (await children.isVisible()) {
    await children.click();
    await press(page, /^Show \d+ things$/);
  }
  await make.waitFor();
};

/** Sealing to another screen, without a camera: the code is picked as a photo. And that screen itself. */
export const sealing: Journey = {
  name: 'sealing',
  screens: [
    {
      name: 'receive',
      go: async page => {
        await page.goto('r.html');
        await press(page, 'Receive from a phone');
        await page.getByRole('img', { name: 'Code to scan' }).waitFor();
      },
    },
    {
      name: 'seal-scan',
      go: async page => {
        await toLook(page);
        await press(page, 'Scan their screen');
        await heading(page, 'Scan the code on their screen');
      },
    },
    {
      name: 'seal-compare',
      go: async page => {
        const file = { name: 'code.png', mimeType: 'image/png', buffer: keyPhoto() };
        await page.locator('input[type=file]').setInputFiles(file);
        await page.locator('.words li').first().waitFor();
      },
    },
    {
      name: 'seal-differ',
      go: async page => {
        await press(page, 'No, not the same');
        await page.getByText('Nothing has left your phone').waitFor();
      },
    },
    {
      name: 'sealed-code',
      go: async page => {
        const file = { name: 'code.png', mimeType: 'image/png', buffer: keyPhoto() };
        await page.locator('input[type=file]').setInputFiles(file);
        await press(page, 'Yes, the same');
        await page.getByRole('button', { name: 'Their screen has it all' }).waitFor();
      },
    },
  ],
};
