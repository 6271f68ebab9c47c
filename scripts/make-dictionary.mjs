// Makes src/share/dictionary/v1.data.ts from the lists beside this file and the training half of a corpus:
//   node scripts/make-dictionary.mjs tests/vectors/ips/entries.json
// Version 1 is frozen: run this for a new version only. Entries marked `use: "test"` are dropped before anything
// else sees them; they measure what this makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const MOST_BYTES = Number(process.env.DICT_BYTES ?? 26_000);
const LONGEST = 12;
const here = name => fileURLToPath(new URL(name, import.meta.url));
const { Packer, symbolsOf } = (await runnerImport(here('../src/share/deflate.ts'))).module;
const { Sink, column } = (await runnerImport(here('../src/share/sink.ts'))).module;

/** A list's lines, each an array of its words. */
const list = name =>
  readFileSync(here(`dictionary/${name}.txt`), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line =>
      line
        .split('; ')
        .map(word => word.replace(/;$/, ''))
        .filter(Boolean),
    );

const lists = {
  medicines: list('medicines'),
  conditions: list('conditions'),
  reactions: list('reactions'),
  phrases: list('phrases'),
};

/** What a corpus entry says in text, in the case that a share keeps it in. */
const folded = text => {
  const sink = new Sink();
  sink.text(text, column());
  return new TextDecoder().decode(sink.lines()).replace(/\n$/, '');
};
const textsOf = entry => [entry.name, entry.dose, entry.reaction].filter(Boolean).map(folded);

const train = JSON.parse(readFileSync(process.argv[2], 'utf8')).filter(entry => entry.use === 'train');
const texts = [...new Map(train.map(entry => [entry.name, entry])).values()].map(textsOf);

/** Least common first: a near match costs fewer bits than a far one. */
const ordered = extra => [
  ...lists.medicines.slice(0, -1).flat(),
  ...lists.conditions.slice(0, -1).flat(),
  ...lists.phrases.slice(0, 1).flat(),
  ...lists.reactions.slice(0, -2).flat(),
  ...extra.filter(text => text.length < 80),
  ...lists.medicines.slice(-1).flat(),
  ...lists.conditions.slice(-1).flat(),
  ...lists.reactions.slice(-2).flat(),
  ...lists.phrases.slice(1).flat(),
];

/** The dictionary's text: each word once, at its last place. */
function dictionary(words, most = MOST_BYTES) {
  const kept = [...new Set([...words].reverse())].reverse();
  const size = () => new TextEncoder().encode(`\n${kept.join('\n')}\n`).length;
  // What is over goes from the far end, every third word, so that no letter of the alphabet is lost alone.
  for (let at = 0; size() > most; at = (at + 2) % Math.floor(kept.length / 2)) kept.splice(at, 1);
  return `\n${kept.join('\n')}\n`;
}

/** Package-merge: the best code lengths up to LONGEST for these counts (all of them over zero). */
function codeLengths(counts) {
  const leaves = counts
    .map((count, symbol) => ({ count, symbols: [symbol] }))
    .sort((a, b) => a.count - b.count);
  let packages = [];
  for (let level = 0; level < LONGEST; level++) {
    const merged = [...leaves, ...packages].sort((a, b) => a.count - b.count);
    packages = [];
    for (let at = 0; at + 1 < merged.length; at += 2)
      packages.push({
        count: merged[at].count + merged[at + 1].count,
        symbols: [...merged[at].symbols, ...merged[at + 1].symbols],
      });
  }
  const lengths = counts.map(() => 0);
  for (const { symbols } of packages.slice(0, counts.length - 1))
    for (const symbol of symbols) lengths[symbol]++;
  return lengths;
}

const bytes = text => new TextEncoder().encode(text);
const FOLDS = 10;

/** Samples to count symbols on: texts that the dictionary of their fold has not seen. [dictionary, text, weight] */
function samples() {
  const all = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = texts.filter((_, at) => at % FOLDS !== fold).flat();
    const out = texts.filter((_, at) => at % FOLDS === fold);
    const columns = [0, 1].flatMap(at => out.map(lines => lines[at]).filter(Boolean));
    all.push([dictionary(ordered(kept)), `${columns.join('\n')}\n`, 3]);
    const every = (words, step) => words.filter((_, at) => at % step === fold);
    const names = [...every(lists.medicines.flat(), 40), ...every(lists.conditions.flat(), 20)];
    const said = [...every(lists.reactions.flat(), 20), ...every(lists.phrases.flat(), 20)];
    const held = new Set([...names, ...said]);
    const rest = ordered(texts.flat()).filter(word => !held.has(word));
    all.push([dictionary(rest), `${[...names, ...said].join('\n')}\n`, 1]);
    // And known names among them: most of what people take is on the list.
    const known = [...every(lists.medicines.at(-1), 10), ...every(lists.conditions.at(-1), 20)];
    all.push([dictionary(ordered(texts.flat())), `${known.join('\n')}\n`, 1]);
  }
  return all;
}

const sampled = samples();
let tables = { literals: Array(286).fill(8), distances: Array(30).fill(5) };
let cost = 0;
for (let round = 0; round < 6; round++) {
  // Nothing is impossible: every byte, length and distance keeps a code.
  const literals = Array(286).fill(0.05);
  const distances = Array(30).fill(0.3);
  for (const c of 'etaoinshrdlucmfwypvbgkjqxz') literals[c.charCodeAt(0)] += 2;
  for (const c of '0123456789 ') literals[c.charCodeAt(0)] += 2;
  for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ,.-/()+%:') literals[c.charCodeAt(0)] += 0.5;
  cost = 0;
  for (const [text, sample, weight] of sampled) {
    const packer = new Packer(bytes(text), tables);
    cost += packer.pack(bytes(sample)).length * weight;
    for (const step of packer.parse(bytes(sample))) {
      const { literal, distance } = symbolsOf(step);
      literals[literal] += weight;
      if (distance >= 0) distances[distance] += weight;
    }
    literals[256] += 0.03;
  }
  tables = { literals: codeLengths(literals), distances: codeLengths(distances) };
}

const text = dictionary(ordered(texts.flat()));
const hex = lengths => lengths.map(length => length.toString(16)).join('');
const wrapped = text.match(/[\s\S]{1,96}/g).map(part => `  ${quoted(part)}`);
function quoted(part) {
  const body = part.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return body.includes("'") ? `"${body.replaceAll('"', '\\"')}"` : `'${body}'`;
}
writeFileSync(
  here('../src/share/dictionary/v1.data.ts'),
  `// Made by scripts/make-dictionary.mjs. Frozen: every code of version 1 needs exactly this.

/** The preset dictionary: common words, a line each, the most common last. */
export const TEXT = [
${wrapped.map(line => `${line},`).join('\n')}
].join('');

/** Code lengths of the 286 literals and lengths, and of the 30 distances, in base 16. */
export const LITERALS =
  '${hex(tables.literals)}';
export const DISTANCES = '${hex(tables.distances)}';
`,
);
console.log({ bytes: bytes(text).length, words: text.split('\n').length - 2, sampleCost: cost });
