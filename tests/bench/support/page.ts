import type { Filling } from './fill.ts';
import type { Bench } from './row.ts';
import { unlockBench } from './unlock.ts';

const benches = import.meta.glob<Bench>(['../*.ts', '!../*.node.ts']);

// scripts/bench.mjs calls it by name, each time in a fresh page.
Object.assign(window, {
  unlockBench,
  bench: async (name: string) => (await benches[`../${name}.ts`]!()).run(),
  fill: async (what: Filling) => (await import('./fill.ts')).fill(what),
});
