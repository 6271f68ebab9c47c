import { expect, test } from 'vitest';
import { troubleOf } from '../../../src/ui/parts/camera.ts';

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
])('%s means: %s', (name, trouble) => {
  expect(troubleOf(new DOMException('', name))).toBe(trouble);
});
