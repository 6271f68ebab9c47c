import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';
import { failure, type Counts as Sum, saveCounts } from './counts.ts';

/** Counts tests for scripts/test.mjs. A flaky test did pass in the end; a file that fails to load is a failure. */
export default class Counts implements Reporter {
  private root: Suite | undefined;
  private readonly failures: string[] = [];

  printsToStdio() {
    return false;
  }

  onBegin(_config: FullConfig, root: Suite) {
    this.root = root;
  }

  onError(error: TestError) {
    this.failures.push(failure('outside any test', [error]));
  }

  onEnd() {
    const { failures } = this;
    const counts: Sum = { passed: 0, failed: 0, skipped: 0, failures };
    for (const test of this.root?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped') counts.skipped += 1;
      else if (outcome === 'unexpected') {
        failures.push(failure(test.titlePath().slice(2).join(' › '), test.results.at(-1)?.errors ?? []));
      } else counts.passed += 1;
    }
    counts.failed = failures.length;
    saveCounts('playwright', counts);
  }
}
