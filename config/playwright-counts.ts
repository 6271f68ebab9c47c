import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { saveCounts } from './counts.ts';

/** Counts tests for scripts/test.mjs. A flaky test did pass in the end; a file that fails to load is a failure. */
export default class Counts implements Reporter {
  private root: Suite | undefined;
  private broken = 0;

  printsToStdio() {
    return false;
  }

  onBegin(_config: FullConfig, root: Suite) {
    this.root = root;
  }

  onError() {
    this.broken += 1;
  }

  onEnd() {
    const counts = { passed: 0, failed: this.broken, skipped: 0 };
    for (const test of this.root?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped') counts.skipped += 1;
      else if (outcome === 'unexpected') counts.failed += 1;
      else counts.passed += 1;
    }
    saveCounts('playwright', counts);
  }
}
