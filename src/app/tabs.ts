/** The right to write, held by one tab at a time. */
export interface Claim {
  release(): void;
  /** Resolves when another tab has taken it away. */
  readonly lost: Promise<void>;
}

/** Held by the one tab that may write. */
export const RIGHT = 'holdfast-writer';

/** How long a page that was just left or reloaded may take to let go, ms. */
const LEAVE_MS = 500;

/** Whether another tab is the one that writes. */
export const isElsewhere = async (): Promise<boolean> => {
  const right = (await claim(RIGHT, { ifAvailable: true })) ?? (await claim(RIGHT, within(LEAVE_MS)));
  right?.release();
  return right === null;
};

const LATE = 'late';

/** Waits for it, but no longer than that. */
export const within = (ms: number): LockOptions => {
  const late = new AbortController();
  setTimeout(() => late.abort(LATE), ms);
  return { signal: late.signal };
};

/** One named lock (Web Locks); null when it is not to be had in the way that `options` say. */
export const claim = (name: string, options: LockOptions): Promise<Claim | null> =>
  new Promise((resolve, reject) => {
    let lose: () => void = () => undefined;
    const lost = new Promise<void>(done => {
      lose = done;
    });
    let released = false;
    navigator.locks
      .request(name, options, lock => {
        if (!lock) return resolve(null);
        return new Promise<void>(done => {
          const release = () => {
            released = true;
            done();
          };
          resolve({ lost, release });
        });
      })
      .catch((error: unknown) => {
        if (error === LATE) resolve(null);
        // A stolen lock rejects the request of the tab that had it.
        else if (error instanceof DOMException && error.name === 'AbortError' && !released) lose();
        else if (!released) reject(error);
      });
  });
