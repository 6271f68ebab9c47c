// @ts-check
// npm run numbers [-- FILE]: says what is wrong with a list of numbers, by entry and field. docs/numbers.md has more.
import { existsSync, readFileSync } from 'node:fs';
import { runnerImport } from 'vite';
import { at, stop } from './run.mjs';

const file = process.argv[2] ?? at('public/numbers.json');
if (!existsSync(file)) stop(`${file} is not there.`);

/** @type {{ module: typeof import('../src/outside/numbers.ts') }} */
const { module } = await runnerImport(at('src/outside/numbers.ts'));
const { numbers, faults } = module.readNumbers(readFileSync(file, 'utf8'));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${numbers.length} numbers, nothing to fix`);
