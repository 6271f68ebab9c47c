import { type ReadonlySignal, signal } from '@preact/signals';

/** A screen on the stack. `key` is new for each visit; `scroll` is where the person left it. */
export interface Visit<R> {
  readonly key: number;
  readonly route: R;
  scroll: number;
}

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

  /** `hold`: Back at the bottom stays there, for as long as the browser lets it. */
  constructor(first: R, { hold = false } = {}) {
    this.#hold = hold;
    // After a reload the browser still stands at the number of an earlier run: count on from there.
    this.#base = typeof history.state === 'number' ? history.state : 0;
    history.replaceState(this.#base, '');
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
    this.#leave();
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
    this.#stack = [...this.#stack.slice(0, this.#at), this.#new(route)];
    this.#show();
  }

  /** Back to the bottom, which becomes this screen: a tap on a place, or the end of a flow. */
  home(route: R): void {
    this.#leave();
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
    this.#moving = false;
    const number = typeof event.state === 'number' ? event.state : this.#base;
    const at = number - this.#base;
    if (at === this.#at) return;
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

  #new(route: R): Visit<R> {
    this.#keys += 1;
    return { key: this.#keys, route, scroll: 0 };
  }

  #leave(): void {
    this.#visit.peek().scroll = window.scrollY;
  }

  #show(): void {
    this.#moved();
    this.#under.value = this.#stack[this.#at - 1]?.route ?? null;
    this.#visit.value = this.#stack[this.#at]!;
  }
}
