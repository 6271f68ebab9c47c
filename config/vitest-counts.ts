import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { failure, type Counts as Sum, saveCounts } from './counts.ts';

/** Counts tests for scripts/test.mjs. A module that fails to load is one failure: it has no tests to count. */
export default class Counts implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<SerializedError>) {
    const failures = errors.map(error => failure('outside any test', [error]));
    const counts: Sum = { passed: 0, failed: 0, skipped: 0, failures };
    for (const module of modules) {
      if (module.errors().length > 0) failures.push(failure(module.moduleId, module.errors()));
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'failed') failures.push(failure(`${module.moduleId} › ${test.fullName}`, errors));
        else if (state === 'passed') counts.passed += 1;
        else counts.skipped += 1;
      }
    }
    counts.failed = failures.length;
    saveCounts('vitest', counts);
  }
}
