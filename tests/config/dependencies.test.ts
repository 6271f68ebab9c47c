import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShipped } from '../../config/shipped-plugin.ts';
import { at } from '../../scripts/run.mjs';

type Versions = Record<string, string>;
interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Versions;
  devDependencies?: Versions;
}

const read = (file: string) => JSON.parse(readFileSync(at(file), 'utf8'));
const own: { dependencies: Versions; devDependencies: Versions; overrides: Versions } = read('package.json');
const lock: { packages: Record<string, Locked> } = read('package-lock.json');
const others = Object.entries(lock.packages).filter(([path]) => path !== '');

/** What may ship: short licences that ask for their notice and nothing else. */
const allowed = ['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', '(MIT OR CC0-1.0)'];

describe('package.json', () => {
  it.each(['dependencies', 'devDependencies', 'overrides'] as const)('names exact versions: %s', part => {
    const loose = Object.entries(own[part]).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('is what the lock was made from', () => {
    const { dependencies, devDependencies } = lock.packages['']!;
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: own.dependencies,
      devDependencies: own.devDependencies,
    });
  });

  it('gets the very versions it names', () => {
    const wanted = Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.overrides });
    expect(
      wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });
});

describe('the lock', () => {
  it('holds each package to its content', () => {
    expect(
      others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
    expect(others.length).toBeGreaterThan(100);
  });

  it('brings nothing into what ships under another licence', () => {
    const ships = others.filter(([, { dev }]) => !dev);
    expect(ships.filter(([, { license }]) => !allowed.includes(license ?? ''))).toEqual([]);
    expect(ships.length).toBeGreaterThan(Object.keys(own.dependencies).length);
  });
});

describe('docs/dependencies.md', () => {
  const named = readShipped();

  it('names all that package.json ships', () => {
    expect(Object.keys(own.dependencies).filter(name => !named.some(one => one.name === name))).toEqual([]);
  });

  it.each(named)('says of $name what the lock says', ({ name, version, licence }) => {
    const locked = lock.packages[`node_modules/${name}`];
    expect({ version, licence }).toEqual({ version: locked?.version, licence: locked?.license });
    expect(locked?.dev).toBeUndefined();
  });
});
