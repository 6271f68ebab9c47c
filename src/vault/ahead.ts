import type { Page, Store } from '../store/pages.ts';

/** Pages of each lane read ahead, 1 MiB a lane: a thousand items and their tree. */
const AHEAD = 64;

/**
 * A store that has begun to read the extent and the first pages of both lanes, so that they are at hand when a
 * secret has been derived: nobody knows the lane before, and the disk is idle meanwhile. Each page is handed out
 * once, because whoever opens it takes its bytes over.
 */
export const readAhead = (store: Store): Store => {
  // Should one of these fail, the real read will fail too, or work.
  const lanes = [0, 1].map(lane => store.readRuns(lane, [[0, AHEAD - 1]]).catch(() => []));
  const extents = [0, 1].map(lane => store.extent(lane).catch(() => null));
  const takeFrom = (ahead: Array<Page | undefined>, from: number, to: number): Array<Page> | null => {
    const pages: Page[] = [];
    for (let n = from; n <= to; n++) {
      const page = ahead[n];
      if (!page) return null;
      pages.push(page);
    }
    for (let n = from; n <= to; n++) ahead[n] = undefined;
    return pages;
  };
  const readRuns: Store['readRuns'] = async (lane, runs) => {
    const ahead = await lanes[lane];
    const parts = runs.map(([from, to]) => (ahead && to < AHEAD && takeFrom(ahead, from, to)) || null);
    const missing = runs.filter((_, i) => parts[i] === null);
    const read = missing.length > 0 ? await store.readRuns(lane, missing) : [];
    let at = 0;
    return runs.flatMap(([from, to], i) => {
      const part = parts[i];
      if (part) return part;
      at += to - from + 1;
      return read.slice(at - (to - from + 1), at);
    });
  };
  const extent: Store['extent'] = async lane => (await extents[lane]) ?? store.extent(lane);
  return { ...store, readRuns, extent };
};
