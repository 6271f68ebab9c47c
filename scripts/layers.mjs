// @ts-check
// Holds the rooms and arrows of .dependency-cruiser.cjs, and fails when the cruise did not see every module:
// a cruiser that reads nothing finds no wrong arrow either.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { at, stop } from './run.mjs';

const cruiser = at('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const { stdout, stderr } = spawnSync(
  process.execPath,
  [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
  { cwd: at(), encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (!stdout) stop(`dependency-cruiser said nothing. ${stderr}`);

/** @type {{ modules: { source: string }[], summary: { violations: { from: string, to: string, rule: { name: string, severity: string } }[] } }} */
const { modules, summary } = JSON.parse(stdout);
const seen = new Set(modules.map(module => module.source));
const written = readdirSync(at('src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map(name => `src/${name.replaceAll('\\', '/')}`);
const unseen = written.filter(name => !seen.has(name));

for (const { from, to, rule } of summary.violations) console.error(`${from} → ${to}: ${rule.name}`);
for (const name of unseen) console.error(`${name} was not looked at`);
if (written.length === 0) stop('No module in src/.');
if (summary.violations.length > 0 || unseen.length > 0) process.exit(1);
console.log(`${written.length} modules, every arrow allowed`);
