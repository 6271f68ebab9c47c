import { describe, expect, it } from 'vitest';
import {
  associated,
  BODY_BYTES,
  blockOf,
  blocksIn,
  decodePage,
  encodePage,
  indexPage,
  isData,
  KIND,
  PER_INDEX,
} from '../../src/vault/format.ts';

const plain = { kind: KIND.blob, owner: 'ab'.repeat(16), seq: 3, total: 7, body: new Uint8Array([1, 2, 3]) };

describe('a page', () => {
  it('is bound to lane, number and epoch', () => {
    const all = [associated(0, 5, 1), associated(1, 5, 1), associated(0, 6, 1), associated(0, 5, 2)].map(
      String,
    );
    expect(new Set(all).size).toBe(4);
    expect(associated(1, 0x01020304, 5)).toEqual(new Uint8Array([0x48, 0x46, 1, 1, 4, 3, 2, 1, 5, 0, 0, 0]));
  });

  it('says what it is, also with a generation beyond 32 bits', () => {
    const bytes = encodePage(plain, 2 ** 40 + 5);
    expect(bytes).toHaveLength(65_496);
    expect(decodePage(bytes)).toEqual({ ...plain, generation: 2 ** 40 + 5 });
  });

  it('of a later version is refused as such, and nonsense as damaged', () => {
    const later = encodePage(plain, 1);
    later[0] = 2;
    expect(() => decodePage(later)).toThrow(expect.objectContaining({ code: 'too-new' }));
    for (const [at, value] of [
      [0, 0],
      [1, 5],
      [7, 1],
    ] as const) {
      const wrong = encodePage(plain, 1);
      wrong[at] = value;
      expect(() => decodePage(wrong)).toThrow(expect.objectContaining({ code: 'damaged' }));
    }
  });

  it('has no room for more than its body', () => {
    expect(() => encodePage({ ...plain, body: new Uint8Array(BODY_BYTES + 1) }, 1)).toThrow(
      expect.objectContaining({ code: 'too-big' }),
    );
  });
});

describe('the places of a lane', () => {
  it('are a root, and blocks of one index and the pages it names', () => {
    expect([0, 1, 2, PER_INDEX + 1, PER_INDEX + 2, PER_INDEX + 3].map(isData)).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
    ]);
    expect([1, 2, PER_INDEX + 1, PER_INDEX + 2].map(blockOf)).toEqual([0, 0, 0, 1]);
    expect([0, 1].map(indexPage)).toEqual([1, PER_INDEX + 2]);
    expect([2, PER_INDEX + 2, PER_INDEX + 3].map(blocksIn)).toEqual([1, 1, 2]);
  });
});
