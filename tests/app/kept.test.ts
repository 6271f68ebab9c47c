import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createKept } from '../../src/app/kept.ts';
import { deviceClock } from '../../src/lib/clock.ts';

it('a card that went bad keeps nobody from the lock screen', async () => {
  const kept = createKept(deviceClock);
  await kept.writeCard({ made: '2026-05-12', lines: [{ label: 'Allergies', value: 'Penicillin' }] });
  const page = (await kept.store.read('card'))!;
  page[20]! ^= 1;
  await kept.store.commit({ writes: [['card', page]] });
  expect(await kept.look()).toEqual({ install: false, card: true });
  await expect(kept.readCard()).rejects.toMatchObject({ code: 'damaged' });
  await kept.store.erase();
});
