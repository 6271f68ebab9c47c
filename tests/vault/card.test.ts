import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAGE_BYTES } from '../../src/store/pages.ts';
import { MAX_CARD, readCard, removeCard, writeCard } from '../../src/vault/card.ts';
import { hasCard } from '../../src/vault/install.ts';
import { newStore } from './helpers.ts';

describe('the emergency card', () => {
  it('is off at first, reads as written, and is gone once removed', async () => {
    const store = newStore();
    expect(await readCard(store)).toBeNull();
    await removeCard(store);
    await writeCard(store, 'Penicillin: do not give. Ring 555 0100. 🚑');
    expect(await readCard(store)).toBe('Penicillin: do not give. Ring 555 0100. 🚑');
    await writeCard(store, '');
    expect(await readCard(store)).toBe('');
    await removeCard(store);
    expect(await readCard(store)).toBeNull();
  });

  it('may fill a page and no more', async () => {
    const store = newStore();
    await writeCard(store, 'x'.repeat(MAX_CARD));
    expect(await readCard(store)).toHaveLength(MAX_CARD);
    await expect(writeCard(store, 'x'.repeat(MAX_CARD + 1))).rejects.toMatchObject({ code: 'too-big' });
  });

  it('leaves nothing that a browser could pack: small pages stay in its log', async () => {
    const store = newStore();
    await writeCard(store, 'Penicillin '.repeat(2000));
    expect(deflateRawSync((await store.read('card'))!).length).toBeGreaterThan(PAGE_BYTES);
  });

  it.each([
    0, 2, 7, 8, 10, 500, 65_535,
  ])('with byte %i changed is called damaged, and is still on', async at => {
    const store = newStore();
    await writeCard(store, 'abc');
    const page = (await store.read('card'))!;
    page[at]! ^= 1;
    await store.commit({ writes: [['card', page]] });
    await expect(readCard(store)).rejects.toMatchObject({ code: 'damaged' });
    expect(await hasCard(store)).toBe(true);
    await removeCard(store);
    expect(await hasCard(store)).toBe(false);
  });
});
