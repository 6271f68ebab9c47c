import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { at } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { createLocalCrypto } from '../../src/crypto/local.ts';
import { sealShare } from '../../src/share/share.ts';
import { openWall } from '../e2e/support/wall.ts';
import { alone, everyday } from '../share/shares.ts';
import type { KnownAnswer } from '../vectors/known-answers.ts';
import type { Driver } from './driver.ts';
import { PIN, typePin } from './person.ts';
import { bringBack, thingsIn } from './spare.ts';

/**
 * What every engine must do alike, through the screens that a person sees.
 *
 * @param start with the port of the wall that must be its way out
 */
export const testEngine = (name: string, start: (wall: number) => Promise<Driver>) =>
  describe(name, () => {
    let driver: Driver;
    let app: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      app = await serve({ dir: at('dist') });
      driver = await start((await openWall()).port);
    });
    afterAll(async () => {
      await driver?.close();
      await app?.close();
    });

    it('computes the known answers', async () => {
      const page = await serve({ dir: at('.cache/engines') });
      await driver.open(page.url);
      const answers = await driver.evaluate<KnownAnswer[]>('return await window.knownAnswers()');
      await page.close();
      expect(answers.map(({ name: what, computed }) => [what, computed])).toEqual(
        answers.map(({ name: what, published }) => [what, published]),
      );
      expect(answers.length).toBeGreaterThan(15);
    });

    it('shows what was shared to whoever has its words', async () => {
      const made = Math.floor(Date.now() / 60_000);
      const parcel = alone({ ...everyday, made, expires: made + 60 });
      const share = await sealShare(createLocalCrypto(), parcel, `${app.url}r.html`);
      await driver.open(share.link);
      await driver.sees({ role: 'heading', name: 'Type the 4 words' });
      for (const [i, word] of share.words.entries()) await driver.type(word.slice(0, 3), `Word ${i + 1}`);
      await driver.sees('Sertraline 100mg tablets');
      await driver.sees('Rash, swollen lips');
      expect(await driver.evaluate('return location.hash')).toBe('');
    });

    it('keeps a record: made with a PIN, locked, begun anew without a network, opened again', async () => {
      await driver.open(app.url);
      await driver.click({ role: 'button', name: 'Start mine' });
      await driver.click({ role: 'button', name: /^A PIN/ });
      await typePin(driver, PIN, 'Next');
      await typePin(driver, PIN, 'Lock it');
      await driver.sees({ role: 'heading', name: 'Today' });
      await driver.click({ role: 'button', name: 'Mine' });
      await driver.click({ role: 'button', name: /^Add\b/ });
      await driver.click({ role: 'button', name: 'Something I react to' });
      await driver.type('Penicillin', 'What are you allergic to?');
      await driver.click({ role: 'button', name: 'Save' });
      await driver.sees('Kept');
      await driver.click({ role: 'button', name: 'Hide' });
      await typePin(driver, PIN, 'Open');
      await driver.sees({ role: 'heading', name: 'Today' });
      await driver.evaluate('await navigator.serviceWorker.ready');
      await app.close();
      await driver.open(app.url);
      await typePin(driver, PIN, 'Open');
      await driver.click({ role: 'button', name: 'Mine' });
      await driver.sees('Penicillin');
    });

    it('brings back a spare copy that Chromium made, thing by thing the same', async () => {
      const spare = inject('spare');
      // Another origin: a phone that nothing was kept on.
      const phone = await serve({ dir: at('dist') });
      await driver.open(phone.url);
      await bringBack(driver, spare);
      await driver.sees({ role: 'heading', name: /^4 things/ });
      await driver.click({ role: 'button', name: 'Go on' });
      await driver.click({ role: 'button', name: /^A PIN/ });
      await typePin(driver, PIN, 'Next');
      await typePin(driver, PIN, 'Lock it');
      await driver.sees({ role: 'heading', name: 'All 4 things are here' });
      await driver.click({ role: 'button', name: 'Go on' });
      expect(await thingsIn(driver)).toEqual(spare.things);
      expect(spare.things).toHaveLength(4);
      expect(spare.things.join()).toContain('640x480');
      expect(spare.things.join()).toContain('Für Sonntag 🪁 مرحبا');
      await phone.close();
    });

    it('asked nobody but its own origin in all of this, and would have been seen', async () => {
      const { asked } = await openWall();
      expect(asked.splice(0)).toEqual([]);
      await driver.open('http://elsewhere.example/').catch(() => undefined);
      await expect.poll(() => asked.join()).toContain('elsewhere.example');
    });
  });
