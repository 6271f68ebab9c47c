import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const DOC = 'docs/dependencies.md';

/** A package that ships, as docs/dependencies.md names it. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** The lines of its tables. */
export const readShipped = (): Shipped[] =>
  Array.from(
    readFileSync(DOC, 'utf8').matchAll(/^\| `([^`]+)` \| (\S+) \| (\S+) \|/gm),
    ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
  );

/** The package that a module belongs to, if it is one's. */
const packageOf = (id: string): string | undefined =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

/** Stops the build when something ships that docs/dependencies.md does not name. */
export function shipped(): Plugin {
  return {
    name: 'holdfast-shipped',
    apply: 'build',
    generateBundle(_, bundle) {
      const named = new Set(readShipped().map(({ name }) => name));
      for (const chunk of Object.values(bundle)) {
        for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
          const name = packageOf(id);
          if (name && !named.has(name)) throw new Error(`${name} ships, and ${DOC} does not name it`);
        }
      }
    },
  };
}
