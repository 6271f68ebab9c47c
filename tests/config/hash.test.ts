import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOf } from '../../scripts/hash.mjs';
import { at } from '../../scripts/run.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-hash-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  for (const name of [
    'index.html',
    'assets/a-Zx.js',
    'assets/a_b.js',
    'assets.txt',
    '_headers',
    '.vite/manifest.json',
  ])
    writeFileSync(join(folder, name), name);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is the one that docs/reproduce.md makes with everyday tools', () => {
  const [, line = ''] =
    /cd dist && (find .* \| sha256sum)$/m.exec(readFileSync(at('docs/reproduce.md'), 'utf8')) ?? [];
  const said = execFileSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
  expect(hashOf(folder)).toBe(said.split(' ', 1)[0]);
});

it.each<[string, (folder: string) => void]>([
  ['a letter', into => writeFileSync(join(into, 'index.html'), 'index.htmL')],
  ['a name', into => renameSync(join(into, 'index.html'), join(into, 'index.htm'))],
  ['one more file', into => writeFileSync(join(into, 'assets/none.js'), '')],
  [
    'two that changed places',
    into => {
      writeFileSync(join(into, 'index.html'), '_headers');
      writeFileSync(join(into, '_headers'), 'index.html');
    },
  ],
])('is another with %s', (_, change) => {
  const before = hashOf(folder);
  change(folder);
  expect(hashOf(folder)).not.toBe(before);
});
