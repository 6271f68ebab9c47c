import { afterEach, expect, test, vi } from 'vitest';
import { Source, troubleOf } from '../../../src/ui/parts/camera.ts';

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

afterEach(() => vi.unstubAllGlobals());

test('another camera is not turned on once it was let go of', async () => {
  let list = (_: unknown[]): void => undefined;
  const asked: unknown[] = [];
  vi.stubGlobal('navigator', {
    mediaDevices: {
      enumerateDevices: () => new Promise(done => (list = done)),
      getUserMedia: async (wish: unknown) => {
        asked.push(wish);
        throw new DOMException('', 'NotFoundError');
      },
    },
  });
  const source = new Source(() => undefined);
  const turned = source.other();
  source.drop();
  list([{ kind: 'videoinput', deviceId: 'a' }]);
  await turned;
  expect(asked).toEqual([]);
});
