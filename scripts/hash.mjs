// @ts-check
// One SHA-256 that says which build a folder holds; `npm run build` prints it, docs/reproduce.md says what for.
// By hand: node scripts/hash.mjs [folder]
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { at } from './run.mjs';

/** @param {string | Uint8Array} content */
const sha256 = content => createHash('sha256').update(content).digest('hex');

/** @param {string} a @param {string} b */
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * What `sha256sum` says of each file, by name. `.vite/` is left out: it tells our own checks which page loads what, and
 * names the folder that the packages lie in; no browser asks for it.
 * @param {string} folder
 * @returns {string[]}
 */
export function fileHashes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(file => !file.startsWith('.vite/'));
  return files.sort(byBytes).map(file => `${sha256(readFileSync(join(folder, file)))}  ./${file}`);
}

/** The hash of those lines. @param {string} folder */
export const hashOf = folder =>
  sha256(
    fileHashes(folder)
      .map(line => `${line}\n`)
      .join(''),
  );

if (process.argv[1] === at('scripts/hash.mjs')) {
  const [folder = 'dist'] = process.argv.slice(2);
  console.log(`SHA-256 of ${folder}: ${hashOf(folder === 'dist' ? at(folder) : folder)}`);
}
