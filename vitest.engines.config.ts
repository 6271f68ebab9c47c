import { defineConfig } from 'vitest/config';
import { wantedEngines } from './scripts/engines.mjs';

/** Whole browsers of other engines, after the build: npm test runs it as a suite of its own. */
export default defineConfig({
  test: {
    include: ['chromium', ...wantedEngines()].map(engine => `tests/engines/${engine}.test.ts`),
    globalSetup: 'tests/engines/setup.ts',
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores: one browser at a time would leave one of them idle.
    maxWorkers: 2,
    reporters: ['default', './config/vitest-counts.ts'],
  },
});
