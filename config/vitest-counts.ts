import type { Reporter, TestModule } from 'vitest/node';
import { saveCounts } from './counts.ts';

/** Counts tests for scripts/test.mjs. A module that fails to load is one failure: it has no tests to count. */
export default class Counts implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>) {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') counts[state] += 1;
        else counts.skipped += 1;
      }
    }
    saveCounts('vitest', counts);
  }
}
