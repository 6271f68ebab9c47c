// @ts-check
// Builds once more what is here, in another folder, as another machine would on another day, and compares it with dist/.
// By hand, after a build: node scripts/reproduce.mjs
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileHashes, hashOf } from './hash.mjs';
import { at, run, stop } from './run.mjs';

/** What a clone doesn't have. */
const made = ['.git', 'node_modules', 'dist', '.cache', 'screens', 'test-results', 'playwright-report'];

/** A year and some months from now, for everything that asks Node. */
const later = `const Now = Date;
  globalThis.Date = class extends Now {
    constructor(...when) { if (when.length) super(...when); else super(Date.now()); }
    static now() { return Now.now() + 4e10; }
  };`;

const elsewhere = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  HOME: tmpdir(),
  // One core.
  RAYON_NUM_THREADS: '1',
  UV_THREADPOOL_SIZE: '1',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}`,
};

const folder = mkdtempSync(join(tmpdir(), 'holdfast-again-'));
const copy = join(folder, 'a deeper', 'place');
process.umask(0o077);
cpSync(at(), copy, { recursive: true, filter: from => !made.includes(relative(at(), from)) });
symlinkSync(at('node_modules'), join(copy, 'node_modules'), 'dir');
const vite = join(copy, 'node_modules/vite/bin/vite.js');
const code = await run(process.execPath, [vite, 'build', '--logLevel', 'error'], {
  env: elsewhere,
  cwd: copy,
});
if (code !== 0) stop('The second build failed.');

const [first, second] = [at('dist'), join(copy, 'dist')].map(fileHashes);
const differ = [
  ...(first ?? []).filter(line => !second?.includes(line)),
  ...(second ?? []).filter(line => !first?.includes(line)),
];
const hash = hashOf(join(copy, 'dist'));
rmSync(folder, { recursive: true, force: true });
if (differ.length > 0)
  stop(`Two builds of one source differ (or dist/ is an older one):\n${differ.join('\n')}`);
console.log(`Twice the same: ${first?.length} files, ${hash}`);
