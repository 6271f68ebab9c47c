/** What to find: a button, a link or a field, by the words that a person reads on it. */
export interface Named {
  readonly role: 'button' | 'link' | 'textbox' | 'heading' | 'radio' | 'navigation' | 'alert';
  /** The whole name, or a pattern in it. Left out: whatever has this role. */
  readonly name?: string | RegExp;
}

/** A browser that is driven as a person drives it, whatever its engine. Whatever is not there within twenty seconds throws. */
export interface Driver {
  /** Its name and version. */
  readonly name: string;
  open(url: string): Promise<void>;
  /** Runs the body of an async function in the page and gives what it returns, which JSON must hold. */
  evaluate<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** Presses it in its middle. */
  click(what: Named): Promise<void>;
  /** Types into the field that asks this, or into whatever has the focus. */
  type(text: string, field?: string | RegExp): Promise<void>;
  /** Gives the page's nth file picker a file. */
  giveFile(path: string, nth?: number): Promise<void>;
  /** Waits until this is on the screen. */
  sees(what: Named | string): Promise<void>;
  close(): Promise<void>;
}

/** Tries until it gives something, for `seconds` at most; then throws what it was about, and what was on the screen. */
export async function patiently<T>(
  about: string,
  attempt: () => Promise<T | null>,
  screen: () => Promise<string>,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await attempt();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`${about} is not there. On the screen:\n${await screen()}`);
    await new Promise(done => setTimeout(done, 50));
  }
}
