import { randomId, utf8 } from '../../../src/lib/bytes.ts';
import type { Change } from '../../../src/vault/plan.ts';

/** Something of the size and shape of an item: a medicine with a dose, a note, a source and a date. */
const item = (n: number) => ({
  id: randomId(),
  kind: 'medicine',
  fields: {
    name: `Medicine number ${n}`,
    dose: `${n % 90} mg`,
    when: 'each morning',
    why: 'opioid treatment',
  },
  privacy: n % 3 === 0 ? 'careful' : 'open',
  source: { who: 'me', when: `2026-0${1 + (n % 9)}-1${n % 9}` },
  asOf: '2026-03',
  version: { install: 'a1b2c3d4', counter: n },
});

/** So many new items. */
export const newItems = (count: number): Change[] =>
  Array.from({ length: count }, (_, n) => {
    const one = item(n);
    return { op: 'put', id: one.id, bytes: utf8(JSON.stringify(one)) };
  });
