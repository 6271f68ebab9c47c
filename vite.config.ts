import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { securityHeaders } from './config/headers-plugin.ts';
import { words } from './config/words-plugin.ts';

export default defineConfig({
  // Relative, so that dist/ works at a host's root and in any sub-folder.
  base: './',
  plugins: [
    words(),
    preact(),
    securityHeaders(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // The app registers it itself, through its Trusted Types policy; the manifest lies in public/.
      injectRegister: null,
      registerType: 'prompt',
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,wasm,webmanifest}'],
        maximumFileSizeToCacheInBytes: 5_000_000,
      },
    }),
  ],
  worker: { format: 'es', plugins: () => [words()] },
  build: {
    // 2022's browsers: a phone that is four years old still opens it.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // Nothing inline: the policy allows no data: script and a hash per file keeps updates small.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script, and every browser above preloads by itself or does without.
    modulePreload: { polyfill: false },
    // scripts/sizes.mjs reads from it what each page loads.
    manifest: true,
    rollupOptions: {
      input: { index: 'index.html', r: 'r.html' },
    },
  },
  preview: { port: 4173, strictPort: true },
});
