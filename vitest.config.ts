import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { words } from './config/words-plugin.ts';

export default defineConfig({
  plugins: [words(), preact()],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/fault/**/*.spec.ts', 'tests/engines/**'],
    environment: 'node',
    testTimeout: 20_000,
    // Its own default leaves a core to a person at the machine: half the speed where there are two.
    maxWorkers: '100%',
    reporters: ['default', './config/vitest-counts.ts'],
  },
});
