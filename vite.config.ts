import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { notes } from './config/notes-plugin.ts';
import { numbers } from './config/numbers-plugin.ts';
import { page } from './config/page.ts';
import { shipped } from './config/shipped-plugin.ts';

export default defineConfig({
  ...page,
  plugins: [
    ...page.plugins,
    numbers(),
    notes(),
    shipped(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      // The app registers it itself, through its Trusted Types policy; the manifest lies in public/.
      injectRegister: null,
      registerType: 'prompt',
      manifest: false,
      injectManifest: {
        buildPlugins: { vite: [shipped()] },
        globPatterns: ['**/*.{js,css,html,svg,wasm,webmanifest}', 'numbers.json'],
        // Icons are asked for once, when it is put on the Home Screen: not worth every install's room.
        maximumFileSizeToCacheInBytes: 5_000_000,
      },
    }),
  ],
  worker: { ...page.worker, plugins: () => [...page.worker.plugins(), shipped()] },
  build: {
    ...page.build,
    // scripts/sizes.mjs reads from it what each page loads.
    manifest: true,
    rollupOptions: {
      input: { index: 'index.html', r: 'r.html', calendar: 'calendar.html' },
    },
  },
  preview: { port: 4173, strictPort: true },
});
