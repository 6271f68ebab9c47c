import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** A paragraph for each that failed: its name and what was wrong. */
  failures: string[];
}

/** How much of what was wrong is said, characters. */
const ENOUGH = 600;

/** What to say of a test that failed. */
export const failure = (name: string, errors: readonly { message?: string | undefined }[]): string => {
  const said = errors.map(({ message }) => message ?? '').join('\n');
  return `${name}\n${stripVTControlCharacters(said).slice(0, ENOUGH)}`;
};

/** Hands a runner's counts to scripts/test.mjs, which names the folder. Run by itself, a runner writes nothing. */
export function saveCounts(runner: string, counts: Counts): void {
  const folder = process.env.HOLDFAST_COUNTS;
  if (folder) writeFileSync(join(folder, `${runner}.json`), JSON.stringify(counts));
}
