import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from '../../../scripts/serve.mjs';

/** Builds the pages under test, serves them, and says where and how to end that. */
export const serveFixture = async (): Promise<{ url: string; close(): Promise<void> }> => {
  const dir = mkdtempSync(join(tmpdir(), 'holdfast-fixture-'));
  await build({
    root: fileURLToPath(new URL('../fixture', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: dir, target: 'es2022', assetsInlineLimit: 0 },
  });
  const server = await serve({ dir });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
