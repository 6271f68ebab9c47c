import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { page } from '../../../../config/page.ts';

/** The least a Preact page can be, built like ours: what the first load is compared with. */
export default defineConfig({
  ...page,
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    ...page.build,
    outDir: fileURLToPath(new URL('../../../../.cache/bench/bare', import.meta.url)),
    emptyOutDir: true,
  },
});
