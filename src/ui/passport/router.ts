import { type ReadonlySignal, signal } from '@preact/signals';

/** A screen on the stack. `key` is new for each visit; `scroll` is where the person left it. */
export interface Visit<R> {
  readonly key: number;
  readonly route: R;
  scroll: number;
}

/** Two Backs no further apart than this are one double Back, ms. */
const TWICE_MS = 400;

/**
 * Where the person is, as a stack in memory. The browser's history gets one number a screen under the same URL:
 * enough for the phone's Back, and no health word ever lies in it.
 */
export class Router<R> {
  readonly visit: ReadonlySignal<Visit<R>>;
  /** The screen under this one; null at the bottom. */
  readonly under: ReadonlySignal<R | null>;

  readonly #visit;
  readonly #under;
  #stack: Visit<R>[];
  #at = 0;
  #base: number;
  #keys = 0;
  #moving = false;
  #moved: () => void = () => undefined;

  readonly #hold: boolean;
  readonly #onTwice: (() => void) | undefined;
  #poppedAt = -TWICE_MS;

  /**
   * `hold`: Back at the bottom stays there, for as long as the browser lets it. `onTwice`: the phone's own Back was
   * pressed twice, quickly.
   */
  constructor(first: R, { hold = false, onTwice }: { hold?: boolean; onTwice?: () => void } = {}) {
    this.#hold = hold;
    this.#onTwice = onTwice;
    // After a reload the browser still stands at the number of an earlier run: count on from there.
    this.#base = typeof history.state === 'number' ? history.state : 0;
    history.replaceState(this.#base, '');
    // A step below the first screen: from the second one, too, a double Back ends inside the app, where it is seen.
    if (onTwice && this.#base === 0) {
      this.#base = 1;
      history.pushState(1, '');
    }
    history.scrollRestoration = 'manual';
    this.#stack = [this.#new(first)];
    this.#visit = signal(this.#stack[0]!);
    this.#under = signal<R | null>(null);
    this.visit = this.#visit;
    this.under = this.#under;
    addEventListener('popstate', this.#popped);
  }

  /** Opens a screen on top of this one. */
  go(route: R): void {
    this.#on();
    this.#stack = [...this.#stack.slice(0, this.#at + 1), this.#new(route)];
    this.#at += 1;
    history.pushState(this.#base + this.#at, '');
    this.#show();
  }

  /** To the screen under this one. At the bottom it does nothing. */
  back(): void {
    if (this.#at === 0) return;
    this.#moving = true;
    history.back();
  }

  /** Back was asked for, and the browser has yet to follow. */
  get moving(): boolean {
    return this.#moving;
  }

  /** Opens a screen in this one's stead. */
  replace(route: R): void {
    this.#on();
    this.#stack = [...this.#stack.slice(0, this.#at), this.#new(route)];
    this.#show();
  }

  /** Back to the bottom, which becomes this screen: a tap on a place, or the end of a flow. */
  home(route: R): void {
    this.#on();
    const down = this.#at;
    this.#at = 0;
    this.#stack = [this.#new(route)];
    this.#show();
    // The browser follows a moment later; its popstate then names the screen that is already up.
    if (down > 0) history.go(-down);
  }

  /** Runs whenever another screen comes up. */
  onMove(moved: () => void): void {
    this.#moved = moved;
  }

  /** Stops listening. The stack and all it holds is gone. */
  close(): void {
    removeEventListener('popstate', this.#popped);
    this.#stack = [];
  }

  #popped = (event: PopStateEvent): void => {
    const own = this.#moving;
    this.#moving = false;
    // The entry that the page itself made has no number.
    const number = Number(event.state ?? (this.#hold ? this.#base : 0));
    const at = number - this.#base;
    if (at === this.#at) return;
    if (at < this.#at && !own && this.#isSecond(event.timeStamp)) {
      this.#onTwice?.();
      return;
    }
    // The step below the first screen shows nothing of its own: Back goes on to where it would have led.
    if (this.#onTwice && at < 0 && number === 0) history.back();
    this.#leave();
    if (at < 0 && this.#hold) {
      this.#at = 0;
      this.#stack = [this.#stack[0]!];
      history.pushState(this.#base, '');
    } else if (at < 0 || at >= this.#stack.length) {
      // An earlier run's screens, or ones let go of since: there is nothing to show for them but the bottom.
      this.#base = number;
      this.#stack = [this.#stack[0]!];
      this.#at = 0;
    } else this.#at = at;
    this.#show();
  };

  #isSecond(now: number): boolean {
    const second = this.#onTwice !== undefined && now - this.#poppedAt < TWICE_MS;
    this.#poppedAt = now;
    return second;
  }

  #new(route: R): Visit<R> {
    this.#keys += 1;
    return { key: this.#keys, route, scroll: 0 };
  }

  #leave(): void {
    this.#visit.peek().scroll = window.scrollY;
  }

  /** On to another screen: the Back before it and the next one are not one double Back. */
  #on(): void {
    this.#poppedAt = -TWICE_MS;
    this.#leave();
  }

  #show(): void {
    this.#moved();
    this.#under.value = this.#stack[this.#at - 1]?.route ?? null;
    this.#visit.value = this.#stack[this.#at]!;
  }
}
