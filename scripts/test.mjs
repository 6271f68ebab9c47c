// @ts-check
// npm test: install, get a browser, then every check there is. It runs them all, also after a failure, and
// ends with what failed, a line for each check, and the sum alone on a line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getEngines, installPackages } from './engines.mjs';
import { at, freePort, install, run, stop, tool } from './run.mjs';

const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];
/** @type {string[]} */
const failures = [];
const folder = mkdtempSync(join(tmpdir(), 'holdfast-counts-'));
process.env.HOLDFAST_COUNTS = folder;
process.env.FORCE_COLOR ??= '0';

/** @param {string} name @param {typeof counts} result @param {number} started */
function note(name, result, started) {
  counts.passed += result.passed;
  counts.failed += result.failed;
  counts.skipped += result.skipped;
  const verdict = result.failed ? 'FAILED' : 'ok';
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  summary.push(
    `${verdict.padEnd(7)} ${name.padEnd(16)} ${seconds.padStart(6)} s  ` +
      `${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`,
  );
}

/** One static check, counted as one. @param {string} name @param {() => Promise<number>} check */
async function check(name, check) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const code = await check();
  note(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, started);
}

/** A test runner, which leaves its counts in a file. @param {string} name @param {string} runner @param {() => Promise<number>} start */
async function suite(name, runner, start) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const code = await start();
  const result = { passed: 0, failed: 0, skipped: 0, failures: [], ...takeCounts(runner) };
  // It broke without a failed test, or it ran nothing: either way this is no pass.
  if (result.failed === 0 && (code !== 0 || result.passed === 0)) result.failed = 1;
  failures.push(...result.failures);
  note(name, result, started);
}

/** What a runner counted. Taken away, so that the next suite of the same runner is never credited with it. @param {string} runner */
function takeCounts(runner) {
  const file = join(folder, `${runner}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  } finally {
    rmSync(file, { force: true });
  }
}

/** Chromium from the system's packages where we may install them, else the one Playwright brings. */
async function getBrowser() {
  const { findBrowser } = await import('./browser.mjs');
  if (findBrowser()) return;
  console.log('Getting a browser …');
  await installPackages('chromium');
  if (!findBrowser()) await tool('@playwright/test:playwright', 'install', 'chromium');
  if (!findBrowser()) stop('No browser: install Chromium and run this again.');
}

process.env.HOLDFAST_PORT ??= String(await freePort());

await install();
await getBrowser();
await getEngines();

// None of these waits for another, and most of each is one core's work.
await Promise.all([
  check('types', () => tool('typescript:tsc', '--noEmit')),
  check('format and lint', () => tool('@biomejs/biome:biome', 'check', '--error-on-warnings', '.')),
  check('layers', () => run(process.execPath, [at('scripts/layers.mjs')])),
  check('types, worker', () => tool('typescript:tsc', '--noEmit', '-p', 'src/sw/tsconfig.json')),
  check('dead code', () => tool('knip')),
]);
await suite('unit, property', 'vitest', () => tool('vitest', 'run'));
await check('build', () => tool('vite', 'build', '--logLevel', 'warn'));
await Promise.all([
  check('size', () => tool('size-limit')),
  check('reproducible', () => run(process.execPath, [at('scripts/reproduce.mjs')])),
]);
await suite('engines', 'vitest', () => tool('vitest', 'run', '--config', 'vitest.engines.config.ts'));
await suite('end to end', 'playwright', () => tool('@playwright/test:playwright', 'test'));

rmSync(folder, { recursive: true, force: true });
for (const what of failures) console.log(`\nFAILED ${what}`);
console.log(`\n${summary.join('\n')}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
