// @ts-check
// npm run bench: measures what tests/bench/ says and prints a table, or with --json one object a line.
// Words on the command line choose: npm run bench -- load vault
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, build, install } from './run.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('../tests/bench/support/row.ts').Row} Row */
/** @typedef {import('../tests/bench/support/row.ts').Bench} Bench */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const names = readdirSync(at('tests/bench'))
  .filter(name => name.endsWith('.ts'))
  .map(name => name.slice(0, -'.ts'.length))
  .filter(name => positionals.length === 0 || positionals.some(word => name.startsWith(word)));

await install();
await build();
await build('tests/bench/support/bare');
await build('tests/bench/support');
const { chromium } = await import('@playwright/test');
const { launchOptions } = await import('./browser.mjs');
const { runnerImport } = await import('vite');

/** @param {string} name @returns {Promise<Row[]>} */
async function inNode(name) {
  const { module } = await runnerImport(at('tests/bench', `${name}.ts`), {
    configFile: at('tests/bench/support/vite.config.ts'),
    logLevel: 'error',
  });
  return /** @type {Bench} */ (module).run();
}

/** @param {string} name @returns {Promise<Row[]>} */
async function inBrowser(name) {
  const server = await serve({ dir: at('.cache/bench/page') });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.on('console', message => console.error(message.text()));
    await page.goto(`${server.url}tests/bench/support/page.html`);
    return await page.evaluate(
      which =>
        /** @type {{ bench(name: string): Promise<Row[]> }} */ (/** @type {unknown} */ (window)).bench(which),
      name,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {Row} row */
function show({ name, value, unit, bar, holds, peers }) {
  const figure = `${Number(value.toPrecision(4))} ${unit}`;
  const verdict = holds === null ? '' : holds ? 'holds' : 'MISSED';
  const cells = [name.padEnd(28), figure.padStart(14), `bar ${bar ?? '-'}`.padStart(12), verdict.padStart(8)];
  console.log(`${cells.join('')}${peers ? `   ${peers}` : ''}`);
}

let broken = 0;
for (const name of names) {
  console.error(`── ${name}`);
  try {
    const rows = await (name.endsWith('.node') ? inNode(name) : inBrowser(name));
    for (const row of rows) {
      if (values.json) console.log(JSON.stringify(row));
      else show(row);
    }
  } catch (error) {
    broken += 1;
    console.error(error);
  }
}
process.exit(broken === 0 && names.length > 0 ? 0 : 1);
