import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { page } from '../../../config/page.ts';

/** The page that computes known answers, built and guarded like the app's own. */
export default defineConfig({
  ...page,
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    ...page.build,
    outDir: fileURLToPath(new URL('../../../.cache/engines', import.meta.url)),
    emptyOutDir: true,
  },
});
