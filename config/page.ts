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
    modulePreload: {
      // The polyfill would be an inline script, and every browser above preloads by itself or does without.
      polyfill: false,
      // Scripts only name styles ahead of time: the names of all later files would weigh on the first one.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter(file => file.endsWith('.css')),
    },
  },
} satisfies UserConfig;
