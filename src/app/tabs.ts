const LOCK = 'holdfast-writer';

/** The right to write, held by one tab at a time. */
export interface Writer {
  release(): void;
  /** Resolves when another tab has taken the right away. */
  readonly lost: Promise<void>;
}

/**
 * Asks to be the one tab that writes (Web Locks). null when another tab is; with `steal` it is taken from that
 * tab, which then locks. The store's compare-and-swap guards what was already under way there.
 */
export const claimWriter = ({ steal = false } = {}): Promise<Writer | null> =>
  new Promise((resolve, reject) => {
    let lose: () => void = () => undefined;
    const lost = new Promise<void>(done => {
      lose = done;
    });
    let released = false;
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(LOCK, options, lock => {
        if (!lock) return resolve(null);
        return new Promise<void>(release => {
          resolve({
            lost,
            release: () => {
              released = true;
              release();
            },
          });
        });
      })
      .catch((error: unknown) => {
        // A stolen lock rejects the request of the tab that had it.
        if (error instanceof DOMException && error.name === 'AbortError' && !released) lose();
        else if (!released) reject(error);
      });
  });
