import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hands a runner's counts to scripts/test.mjs, which names the folder. Run by itself, a runner writes nothing. */
export function saveCounts(
  runner: string,
  counts: { passed: number; failed: number; skipped: number },
): void {
  const folder = process.env.HOLDFAST_COUNTS;
  if (folder) writeFileSync(join(folder, `${runner}.json`), JSON.stringify(counts));
}
