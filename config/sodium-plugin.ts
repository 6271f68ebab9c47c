import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The part of libsodium's module that unpacks its wasm from base64, and the base64 itself. */
const PACKED = /\(A=>\{for\(var .{0,400}?return E\}\)\("([A-Za-z0-9+/=]{100000,})"\)/;

/**
 * Takes libsodium's wasm out of its JavaScript, where it lies as base64, into a file of its own: base64 keeps
 * gzip from packing it, which costs 40 kB of 189. Only in a build; in Node the module stays as it is.
 */
export function sodiumWasm(): Plugin {
  const folder = fileURLToPath(new URL('../.cache/', import.meta.url));
  return {
    name: 'holdfast-sodium-wasm',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/libsodium-sumo.mjs')) return null;
      const base64 = PACKED.exec(code)?.[1];
      // Its version is pinned: a new one has to be looked at before it ships 40 kB more.
      if (!base64) throw new Error("libsodium's wasm is not where it was");
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}libsodium.wasm`, Buffer.from(base64, 'base64'));
      const fetched = code.replace(
        PACKED,
        () => 'new Uint8Array(await(await fetch(sodiumUrl)).arrayBuffer())',
      );
      const from = JSON.stringify(`${folder}libsodium.wasm?url`);
      return { code: `import sodiumUrl from ${from};\n${fetched}`, map: null };
    },
  };
}
