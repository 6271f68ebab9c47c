// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Away } from '../../../src/app/away.ts';
import { handOut } from '../../../src/ui/passport/hand-out.ts';

const file = new File(['x'], 'page.txt', { type: 'text/plain' });
const seen: string[] = [];
const away = {
  openingPicker: () => seen.push('opening'),
  pickerDone: () => seen.push('done'),
} as unknown as Away;

/** A share sheet that ends like this; this environment has none. */
const sheet = (end: () => Promise<void>, can = true) =>
  vi.stubGlobal('navigator', {
    canShare: () => can,
    share: () => {
      seen.push('share');
      return end();
    },
  });

beforeEach(() => {
  seen.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    seen.push(`download ${this.download}`);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a file goes out', () => {
  it('through the share sheet, which keeps the lock away', async () => {
    sheet(() => Promise.resolve());
    expect(await handOut(file, away)).toBe('shared');
    expect(seen).toEqual(['opening', 'share', 'done']);
  });

  it('not at all where the person closes the sheet', async () => {
    sheet(() => Promise.reject(new DOMException('closed', 'AbortError')));
    expect(await handOut(file, away)).toBe('not');
    expect(seen).toEqual(['opening', 'share', 'done']);
  });

  it('as text where the sheet takes no other', async () => {
    const names: string[] = [];
    vi.stubGlobal('navigator', {
      canShare: ({ files: [one] }: { files: File[] }) => one?.type === 'text/plain',
      share: async ({ files: [one] }: { files: File[] }) => names.push(one!.name),
    });
    const spare = new File([Uint8Array.of(0, 255)], 'spare-2026-05-12.bin', {
      type: 'application/octet-stream',
    });
    expect(await handOut(spare, away)).toBe('shared');
    expect(names).toEqual(['spare-2026-05-12.txt']);
  });

  it('as a download where the sheet refuses it', async () => {
    sheet(() => Promise.reject(new DOMException('late', 'NotAllowedError')));
    expect(await handOut(file, away)).toBe('saved');
    expect(seen).toEqual(['opening', 'share', 'done', 'download page.txt']);
  });

  it('as a download where there is no sheet for files', async () => {
    sheet(() => Promise.resolve(), false);
    expect(await handOut(file, away)).toBe('saved');
    vi.stubGlobal('navigator', {});
    expect(await handOut(file, away)).toBe('saved');
    expect(seen).toEqual(['download page.txt', 'download page.txt']);
  });
});
