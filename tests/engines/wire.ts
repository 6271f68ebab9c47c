import { resolve } from 'node:path';
import { type Driver, type Named, patiently } from './driver.ts';
import { FOCUSED, find } from './find.ts';

/** Commands of the W3C WebDriver standard, as the methods of `Wire` name them. */
export type Command = 'navigate' | 'script' | 'findAll' | 'click' | 'keys' | 'quit';

/** A line to a browser that speaks WebDriver, over whatever it listens on. */
export interface Wire {
  readonly name: string;
  call(command: Command, params: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** How the standard hands an element over: one key, and its reference. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const says = (named: Named | string): string =>
  typeof named === 'string' ? `"${named}"` : `the ${named.role} ${named.name ?? ''}`;

/** A driver over a line of WebDriver. */
export function driveOver(wire: Wire): Driver {
  const run = (body: string, args: readonly unknown[]) =>
    // The done function of the standard comes last.
    wire.call('script', {
      script: `const done = arguments[arguments.length - 1];
        (async function () { ${body} }).apply(null, arguments).then(value => done({ value }), error => done({ error: String(error) }));`,
      args,
    }) as Promise<{ value?: unknown; error?: string }>;
  const evaluate = async <T>(body: string, ...args: readonly unknown[]): Promise<T> => {
    const { value, error } = await run(body, args);
    if (error) throw new Error(error);
    return value as T;
  };
  const screen = () => evaluate<string>('return location.pathname + "\\n" + document.body.innerText');
  const appear = (what: Named | string) =>
    patiently(says(what), () => evaluate<Record<string, string> | null>(...find(what)), screen);
  /** What moves or is covered just now is pressed a moment later; the standard's scrolling knows no fixed bars. */
  const press = async (what: Named | string): Promise<true | null> => {
    const element = await appear(what);
    await evaluate('arguments[0].scrollIntoView({ block: "center" })', element);
    try {
      await wire.call('click', { id: idOf(element) });
      return true;
    } catch (error) {
      if (/intercepted|stale|not interactable/.test(String(error))) return null;
      throw error;
    }
  };
  const idOf = (element: Record<string, string>): string => element[ELEMENT]!;

  return {
    name: wire.name,
    evaluate,
    open: async url => void (await wire.call('navigate', { url })),
    click: what => patiently(says(what), () => press(what), screen).then(() => undefined),
    sees: async what => void (await appear(what)),
    type: async (text, field) => {
      const element = field
        ? await appear({ role: 'textbox', name: field })
        : await evaluate<Record<string, string>>(FOCUSED);
      await wire.call('keys', { id: idOf(element), text });
    },
    giveFile: async (path, nth = 0) => {
      const pickers = (await wire.call('findAll', {
        using: 'css selector',
        value: 'input[type=file]',
      })) as Record<string, string>[];
      await wire.call('keys', { id: idOf(pickers[nth]!), text: resolve(path) });
    },
    close: async () => {
      await wire.call('quit', {}).catch(() => undefined);
      await wire.close();
    },
  };
}
