import { describe, expect, it } from 'vitest';
import { classify } from '../../src/app/scanning.ts';
import type { Item } from '../../src/domain/item.ts';
import { utf8 } from '../../src/lib/bytes.ts';
import { LONGEST_FIELD, MOST_FOUND } from '../../src/outside/format.ts';
import { formats } from '../../src/outside/formats.ts';
import { item } from '../domain/support.ts';
import { samples } from '../outside/samples.ts';

/** Half of it noise, half of it almost whole. */
const RUNS = process.env.HOLDFAST_LONG ? 1_000_000 : 10_000;
const SLOWEST_MS = 100;
const clock = { now: () => Date.parse('2026-08-12T10:00:00'), ticks: () => 0 };
const whole = Object.values(samples);
const own = `https://a.example/r.html#${'0044'.repeat(40)}`;
const known = new Map<string, Item>(
  [
    item('contact', { name: 'Dr Ama Osei', phone: '0491 570 156', private: 'Nice.' }),
    item('appointment', { with: 'Dental van', when: '2026-09-04' }),
    item('note', { text: samples.words }),
  ].map(one => [one.id, one]),
);

/** mulberry32: the same texts in every run, so that a slip can be looked at. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};
type Random = ReturnType<typeof randomFrom>;

/** What stands in these formats, and what stands nowhere. */
const pieces = [
  ...'\n \t:;,="\\%#/?@.0\0\r\u202e\u2066\ud83d\u00e9',
  ...[
    'BEGIN:VCARD\n',
    'END:VCARD\n',
    'BEGIN:VEVENT\n',
    'END:VEVENT',
    'N:',
    'FN:',
    'TEL;CELL:',
    'MECARD:',
    ';;',
  ],
  ...[
    'DTSTART;TZID=',
    'DTSTART:20260812T103000Z\n',
    'NOTE;ENCODING=QUOTED-PRINTABLE:=\n',
    '=C3=',
    '\\n',
    'T24',
  ],
  ...[
    '__proto__',
    'constructor',
    'tel:',
    'wifi:S:',
    'https://',
    '{"resourceType"',
    'shc:/',
    '‮',
    'x'.repeat(600),
  ],
];
const pick = <T>(random: Random, from: ArrayLike<T>): T => from[random(from.length)]!;

const noise = (random: Random): string => {
  const some = Array.from({ length: random(30) }, () =>
    random(3) ? pick(random, pieces) : String.fromCharCode(random(random(2) ? 128 : 65_536)),
  );
  return some.join('');
};

/** A whole one with a few slips: cut, doubled, swapped, something put in, something else's end. */
const mutated = (random: Random): string => {
  let text: string = random(20) ? pick(random, whole) : own;
  for (let slips = 1 + random(4); slips > 0; slips--) {
    const [at, to] = [random(text.length + 1), random(text.length + 1)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const put = [
      '',
      pick(random, pieces),
      text.slice(at, to).repeat(2),
      pick(random, whole).slice(random(50)),
      [...text.slice(at, to)].reverse().join(''),
      pick(random, pieces).repeat(random(40)),
    ];
    text = (text.slice(0, at) + pick(random, put) + text.slice(to)).slice(0, 20_000);
  }
  return text;
};

/** Reads it by each format and by all of them together, and looks at what comes out. Gives the slowest, in ms. */
const look = (text: string): number => {
  const plain = text.replace(/\r\n?/g, '\n').trim() || 'x';
  let most = 0;
  for (const format of formats) {
    const began = performance.now();
    let found: ReturnType<typeof format.read> = null;
    try {
      found = format.read(plain);
    } catch {
      // Broken: kept as a note, which is looked at below.
    }
    most = Math.max(most, performance.now() - began);
    if ((found?.length ?? 0) > MOST_FOUND) throw new Error('too many');
    for (const { values, from = '' } of found ?? []) {
      const { text: words = '', private: own = '', said = '', ...lines } = values;
      const long = [...Object.values(lines), from].find(
        line => line.length > LONGEST_FIELD || line.includes('\n'),
      );
      if (long !== undefined) throw new Error(`a field of ${long.length}`);
      if ((words + own + said).length > plain.length * 2) throw new Error('more came out than went in');
      if (Object.values(values).includes('')) throw new Error('an empty value');
    }
  }
  const began = performance.now();
  const read = classify(text, known, clock);
  most = Math.max(most, performance.now() - began);
  for (const line of read.what === 'lines' ? read.lines : [])
    if (utf8(JSON.stringify(line)).length > 56_000) throw new Error('more than a line has room for');
  if (read.what === 'lines' && read.lines.length === 0) throw new Error('nothing to look at');
  return most;
};

/** The same where it was slow three times: the machine has others to serve. */
const slowest = (text: string): number => {
  const ms = look(text);
  return ms > SLOWEST_MS ? Math.min(ms, look(text), look(text)) : ms;
};

const fuzz = (make: (random: Random) => string): void => {
  for (let run = 0; run < RUNS / 2; run++) {
    const text = make(randomFrom(run));
    let ms: number;
    try {
      ms = slowest(text);
    } catch (error) {
      throw new Error(`run ${run}: ${JSON.stringify(text)}`, { cause: error });
    }
    if (ms > SLOWEST_MS) throw new Error(`run ${run} took ${ms} ms: ${JSON.stringify(text)}`);
  }
};

describe('whatever comes in', { timeout: 7_200_000 }, () => {
  it('is read or kept, quickly and within bounds, where it is noise', () => fuzz(noise));
  it('is so where it is almost whole', () => fuzz(mutated));

  it('is so where it goes on and on', () => {
    const heads = [
      '',
      'BEGIN:VCARD\nFN:',
      'BEGIN:VCARD\nN;',
      'BEGIN:VEVENT\n',
      'MECARD:N:',
      'wifi:S:',
      'mailto:',
    ];
    const more = [
      'https://',
      'http://a.example/r.html#',
      'tel:',
      '{"',
      'BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:',
    ];
    const slips = ['a=\n', ' =\n', '"', '="', ';"', '\\', 'TEL:1\n', 'N:a;', 'a:\n'];
    const units = [...pieces, ...slips, 'BEGIN:VCARD\nFN:A\nEND:VCARD\n'];
    const endOf = (head: string) =>
      /^BEGIN:(\w+)/.exec(head) ? `\nEND:${/^BEGIN:(\w+)/.exec(head)![1]}` : ';;';
    const slow = [...heads, ...more].flatMap(head =>
      units
        .filter(unit => {
          const text = head + unit.repeat(Math.ceil(60_000 / unit.length)) + endOf(head);
          return slowest(text) > SLOWEST_MS;
        })
        .map(unit => [head, unit]),
    );
    expect(slow).toEqual([]);
  });

  it('leaves nothing on what all objects share', () => {
    look('BEGIN:VCARD\n__proto__;__proto__=x:y\nFN:__proto__\nEND:VCARD');
    look('MECARD:__proto__:y;constructor:z;N:A;;');
    expect(({} as Record<string, unknown>).y).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
