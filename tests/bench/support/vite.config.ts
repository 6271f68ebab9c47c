import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { page } from '../../../config/page.ts';

/** The page in which the browser's benches run, built and guarded like the app's own. */
export default defineConfig({
  ...page,
  publicDir: false,
  build: {
    ...page.build,
    outDir: '.cache/bench/page',
    rollupOptions: { input: fileURLToPath(new URL('page.html', import.meta.url)) },
  },
});
