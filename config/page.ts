import preact from '@preact/preset-vite';
import type { UserConfig } from 'vite';
import { securityHeaders } from './headers-plugin.ts';
import { sodiumWasm } from './sodium-plugin.ts';
import { words } from './words-plugin.ts';

/** How every page of ours is built: the app's two, and those of the bench, so that it measures the same thing. */
export const page = {
  // Relative, so that dist/ works at a host's root and in any sub-folder.
  base: './',
  plugins: [words(), preact(), sodiumWasm(), securityHeaders()],
  worker: { format: 'es', plugins: () => [words(), sodiumWasm()] },
  build: {
    // 2022's browsers: a phone that is four years old still opens it.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // Nothing inline: the policy allows no data: script, and a hash per file keeps updates small.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script, and every browser above preloads by itself or does without.
    modulePreload: { polyfill: false },
  },
} satisfies UserConfig;
