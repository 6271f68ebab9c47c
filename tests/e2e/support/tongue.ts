import type { Locator, Page } from '@playwright/test';
import { pseudo } from '../../../src/ui/words/pseudo.ts';

export type Tongue = 'en-XA' | 'ar-XB';

type Named = string | RegExp;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const MARKS = '[\\u202e\\u202c\\u2068\\u2069]*';

/** A pattern of English words that matches what that locale says instead, marks between words and all. */
const turnPattern = (source: string, tongue: Tongue): string =>
  source
    .split(/(\\.)/)
    .map((part, i) => {
      // The odd ones are `\d` and the like; digits may be the locale's own.
      if (part === '\\d') return '\\p{Nd}';
      if (i % 2) return `${MARKS}${part}${MARKS}`;
      if (tongue === 'en-XA') return pseudo({ part }, tongue).part as string;
      return part.replace(/[\p{L}’'“”,:?]+|\d/gu, run => `${MARKS}${ownDigit(run)}${MARKS}`);
    })
    .join('');

const ownDigit = (run: string): string =>
  /\d/.test(run) ? `[${run}${String.fromCodePoint(0x660 + Number(run))}]` : run;

const turnName = (name: Named, tongue: Tongue, exact: boolean): RegExp => {
  const source = typeof name === 'string' ? escaped(name) : name.source;
  const turned = turnPattern(source, tongue);
  const either = `(?:${source}|${turned})`;
  const flags = typeof name === 'string' ? 'iu' : `${name.flags.replace('u', '')}u`;
  return new RegExp(exact ? `^\\s*${either}\\s*$` : either, flags);
};

type Options = { name?: Named; hasText?: Named; exact?: boolean };

const turnOptions = (options: Options | undefined, tongue: Tongue): Options | undefined => {
  if (!options) return options;
  const { name, hasText, exact = false, ...rest } = options;
  return {
    ...rest,
    ...(name === undefined ? {} : { name: turnName(name, tongue, exact) }),
    ...(hasText === undefined ? {} : { hasText: turnName(hasText, tongue, false) }),
  };
};

// biome-ignore lint/suspicious/noExplicitAny: Playwright's own methods, called as they are
type Method = (...args: any[]) => any;

/** Finds by English words what the screen says in that locale, so that one walk serves every language. */
const listening = <T extends Page | Locator>(owner: T, tongue: Tongue): T => {
  const methods = owner as unknown as Record<string, Method>;
  const over = (name: string, turn: (args: unknown[]) => unknown[]) => {
    const original = methods[name]?.bind(owner);
    if (original)
      methods[name] = (...args: unknown[]) => listening(original(...turn(args)) as Locator, tongue);
  };
  over('getByRole', ([role, options]) => [role, turnOptions(options as Options, tongue)]);
  over('locator', ([selector, options]) => [selector, turnOptions(options as Options, tongue)]);
  for (const name of ['getByText', 'getByLabel']) {
    over(name, ([text, options]) => [turnName(text as Named, tongue, (options as Options)?.exact ?? false)]);
  }
  for (const name of ['first', 'last', 'nth', 'or']) over(name, args => args);
  return owner;
};

/** A page that opens in that locale and is found its way around in English. */
export const speaking = (page: Page, tongue: Tongue): Page => {
  listening(page, tongue);
  const go = page.goto.bind(page);
  page.goto = (url, options) => {
    if (url.startsWith('about:')) return go(url, options);
    const [path, fragment] = url.split('#');
    return go(`${path}?words=${tongue}${fragment === undefined ? '' : `#${fragment}`}`, options);
  };
  return page;
};
