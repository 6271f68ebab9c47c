import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { readNumbers } from '../src/outside/numbers.ts';

const FILE = 'public/numbers.json';

/** Stops the build when the numbers that ship have a fault: a host who swaps the file learns it here, not its people. */
export function numbers(): Plugin {
  return {
    name: 'holdfast-numbers',
    apply: 'build',
    buildStart() {
      const { faults } = readNumbers(readFileSync(FILE, 'utf8'));
      if (faults.length > 0) throw new Error(`${FILE}\n${faults.map(fault => `  ${fault}`).join('\n')}`);
    },
  };
}
