// @ts-check
// Which built files each page loads, worked out from the build's own manifest.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { at } from './run.mjs';

/**
 * @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Chunk
 */

/** @param {string} dist @returns {Record<string, Chunk>} */
function readManifest(dist) {
  const file = `${dist}/.vite/manifest.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What is fetched only when a camera is turned on or a picture picked: src/scan/scan-worker.ts and its decoder. */
const CAMERA = /^assets\/(scan-worker|zxing_reader)-[^/]+$/;

/** @param {string} dist */
export function cameraFiles(dist = at('dist')) {
  const files = readdirSync(`${dist}/assets`)
    .map(name => `assets/${name}`)
    .filter(file => CAMERA.test(file));
  if (files.length !== 2) throw new Error(`the camera's two files are not where they were: ${files}`);
  return files;
}

/**
 * The files that an entry can't start without; with `later`, also all it may ever load but the camera's, and but what
 * only the parts in `without` load.
 * @param {string} entry
 * @param {{ later?: boolean, without?: string[], dist?: string }} [options]
 */
export function filesOf(entry, { later = false, without = [], dist = at('dist') } = {}) {
  const manifest = readManifest(dist);
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Set<string>} */
  const seen = new Set(without);
  for (const part of without) if (!manifest[part]) throw new Error(`${part} is not in the build's manifest`);
  /** @param {string} key */
  const visit = key => {
    const chunk = manifest[key];
    if (seen.has(key) || !chunk) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(later ? (chunk.dynamicImports ?? []) : [])])
      visit(next);
  };
  visit(entry);
  if (later)
    addNamed(
      files,
      dist,
      without.map(part => manifest[part]?.file ?? ''),
    );
  if (files.size === 0) throw new Error(`${entry} is not in the build's manifest`);
  return [...files];
}

/** A worker's own files are not in the manifest: they are found by their names, which carry a hash. @param {Set<string>} files @param {string} dist @param {string[]} left */
function addNamed(files, dist, left) {
  const all = readdirSync(`${dist}/assets`);
  // A set hands out what is added while it is walked, so what these files name in turn is found too.
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(`${dist}/${file}`, 'utf8');
    for (const name of all)
      if (text.includes(name) && !CAMERA.test(`assets/${name}`) && !left.includes(`assets/${name}`))
        files.add(`assets/${name}`);
  }
}

/** Everything the service worker keeps for use offline, itself included. */
export function installedFiles(dist = at('dist')) {
  const worker = readFileSync(`${dist}/sw.js`, 'utf8');
  const files = [...worker.matchAll(/"?url"?:\s*"([^"]+)"/g)].map(match => match[1] ?? '');
  if (files.length === 0) throw new Error('the service worker keeps nothing');
  return ['sw.js', ...files];
}
