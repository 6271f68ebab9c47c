import { randomBytes } from '../lib/bytes.ts';
import { AppError } from '../lib/error.ts';
import { PAGE_BYTES, type Store } from '../store/pages.ts';
import type { Bytes } from './format.ts';
import { hasInstall } from './install.ts';

/*
 * The gate page: "HG", version u8, unused u8, wrong tries u32, wait left u32 (ms), the two again, then random
 * bytes. It is not secret and not sealed: whoever can write it can as well take a copy of the disk and guess
 * there. It slows down a person with the phone in their hand.
 */
const MAGIC = [0x48, 0x47, 1, 0];
const KEY = 'gate';
const FREE_TRIES = 4;
const SECONDS = [30, 60, 120, 300, 900, 1800, 3600];
/** More than this between two looks at the clock was not time in front of the app: the phone slept. */
const LONGEST_STEP = 15_000;

/** Milliseconds to wait after so many wrong tries in a row: none for 4, then 30 s up to an hour. */
export const delayAfter = (tries: number): number =>
  tries <= FREE_TRIES ? 0 : 1000 * SECONDS[Math.min(tries - FREE_TRIES, SECONDS.length) - 1]!;

/** A growing wait after wrong tries, counted in time that the app is open. */
export interface Gate {
  /** Milliseconds until the next try is allowed. */
  remaining(): number;
  /** Wrong tries in a row, one that is under way included. */
  tries(): number;
  /**
   * Writes a try down as wrong. To be called **before** the secret is derived, so that killing the app skips
   * nothing. Throws AppError('locked') while there is a wait, also one that another tab brought about.
   */
  begin(): Promise<void>;
  /** The try was right, or there is a new secret: forgets all wrong ones. */
  succeed(): Promise<void>;
  /** Keeps the wait that is left. To be called every few seconds while there is one, and when the app hides. */
  keep(): Promise<void>;
  /** The app is hidden: no time counts until `resume`. */
  pause(): void;
  resume(): void;
}

interface State {
  tries: number;
  left: number;
}

/** A state and the first bytes of the page it was read from or written to: null where there is none. */
interface Seen {
  readonly state: State;
  readonly head: Bytes | null;
}

// Magic and numbers, then random bytes that no other write has.
const HEAD = 36;

const NONE: State = { tries: 0, left: 0 };
/** What is read where the page makes no sense, or was taken away on a full disk. */
const UNKNOWN: State = { tries: FREE_TRIES + 1, left: delayAfter(FREE_TRIES + 1) };

const read = async (store: Store): Promise<Seen> => {
  const page = await store.read(KEY);
  if (!page) return { state: (await hasInstall(store)) ? UNKNOWN : NONE, head: null };
  const from = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const [tries, left] = [from.getUint32(4, true), from.getUint32(8, true)];
  const whole =
    MAGIC.every((byte, i) => page[i] === byte) &&
    tries === from.getUint32(12, true) &&
    left === from.getUint32(16, true) &&
    left <= delayAfter(tries);
  // A page that makes no sense must not open a way past the wait, nor shut the person out for an hour.
  return { state: whole ? { tries, left } : UNKNOWN, head: page.slice(0, HEAD) };
};

/** Writes over the page that was seen, and over no other: AppError('taken-over') when another tab wrote since. */
const write = async (store: Store, { tries, left }: State, seen: Bytes | null): Promise<Bytes> => {
  const page = randomBytes(PAGE_BYTES);
  page.set(MAGIC);
  const to = new DataView(page.buffer);
  [tries, left, tries, left].forEach((value, i) => void to.setUint32(4 + 4 * i, Math.ceil(value), true));
  await store.commit({ writes: [[KEY, page]], expect: [{ key: KEY, head: seen }] });
  return page.slice(0, HEAD);
};

/**
 * Writes a try down even where nothing more can be written: a page that holds a long wait stays, and any other is
 * taken away, which needs no room and is read as a wait. So a full disk keeps nobody out of their own record, and a
 * restart there skips nothing.
 */
const writeTry = async (store: Store, state: State, seen: Bytes | null): Promise<Bytes | null> => {
  try {
    return await write(store, state, seen);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'storage-full')) throw error;
    if ((await read(store)).state.left >= UNKNOWN.left) return seen;
    await store.commit({ writes: [], deletes: [KEY], expect: [{ key: KEY, head: seen }] });
    return null;
  }
};

const sameHead = (a: Bytes | null, b: Bytes | null): boolean =>
  a === b || (a !== null && b !== null && a.every((byte, i) => byte === b[i]));

/** The gate as it was left. `clock` is monotonic, in milliseconds: `performance.now`, never the date. */
export const openGate = async (store: Store, clock: () => number): Promise<Gate> => {
  let { state, head } = await read(store);
  let last: number | null = clock();
  const count = (): void => {
    if (last === null) return;
    const now = clock();
    state = { ...state, left: Math.max(0, state.left - Math.min(Math.max(0, now - last), LONGEST_STEP)) };
    last = now;
  };
  const remaining = (): number => {
    count();
    return state.left;
  };
  /** What another tab wrote since counts here too: tries that are spread over tabs are no more than in one. */
  const follow = async (): Promise<void> => {
    const now = await read(store);
    if (!sameHead(head, now.head)) ({ state, head } = now);
  };
  const change = async (next: State): Promise<void> => {
    head = await write(store, next, head);
    state = next;
  };
  return {
    remaining,
    tries: () => state.tries,
    begin: async () => {
      await follow();
      if (remaining() > 0) throw new AppError('locked');
      const tries = state.tries + 1;
      const next = { tries, left: delayAfter(tries) };
      head = await writeTry(store, next, head);
      state = next;
    },
    succeed: async () => {
      await follow();
      // Also where it can't be written down.
      state = NONE;
      await change(state);
    },
    keep: async () => {
      // A tab in the background counts nothing, and must not put its longer wait over that of the one in front.
      if (last === null) return;
      count();
      // Another tab's page is never written over with an older count. Time goes on while it is written.
      try {
        head = await write(store, state, head);
      } catch {
        await follow();
      }
    },
    pause: () => {
      count();
      last = null;
    },
    resume: () => {
      last ??= clock();
    },
  };
};
