import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dictionaryV1 } from '../../src/share/dictionary/v1.ts';
import entries from '../vectors/ips/entries.json' with { type: 'json' };

interface Entry {
  name: string;
  dose?: string;
  reaction?: string;
  use: string;
}

const textsOf = (use: string): Set<string> =>
  new Set(
    (entries as Entry[])
      .filter(entry => entry.use === use)
      .flatMap(({ name, dose, reaction }) => [name, dose, reaction])
      .flatMap(text => (text ? [text.toLowerCase()] : [])),
  );

const listed = new Set(
  ['medicines', 'conditions', 'reactions', 'phrases'].flatMap(name =>
    readFileSync(new URL(`../../scripts/dictionary/${name}.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter(line => !line.startsWith('#'))
      .flatMap(line => line.split(/;\s*/)),
  ),
);

it('nothing in the dictionary comes from the entries that measure it', () => {
  const [train, test] = [textsOf('train'), textsOf('test')];
  const words = new TextDecoder().decode(dictionaryV1().bytes).trim().split('\n');
  const seen = words.filter(word => test.has(word.toLowerCase()) && !train.has(word.toLowerCase()));
  // Those that are there too stand in the general lists: names as common as "penicillin" and "gout".
  expect(seen.filter(word => !listed.has(word))).toEqual([]);
  expect(words.filter(word => !listed.has(word) && !train.has(word.toLowerCase()))).toEqual([]);
});
