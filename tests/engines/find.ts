import type { Named } from './driver.ts';

const SELECTORS: Readonly<Record<Named['role'], string>> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  textbox: 'input:not([type=radio], [type=checkbox], [type=file]), textarea',
  heading: 'h1, h2, h3',
  radio: 'input[type=radio]',
  navigation: 'nav',
  alert: '[role=alert]',
};

/** What has the focus, or the page itself: where typing goes. */
export const FOCUSED = 'return document.activeElement ?? document.body';

/**
 * The first thing on the screen with this role and name, or with these words in it. Names are what ours are made of:
 * an aria-label, a label, or what stands in it.
 */
const SEARCH = `
  const [selector, exact, source, flags] = arguments;
  const seen = one => one.checkVisibility?.({ visibilityProperty: true }) ?? one.getClientRects().length > 0;
  const text = one => (one?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const names = one => [
    one.getAttribute('aria-label'),
    ...(one.getAttribute('aria-labelledby') ?? '').split(' ').map(id => text(document.getElementById(id))),
    ...Array.from(one.labels ?? [], text),
    one.innerText?.replace(/\\s+/g, ' ').trim(),
    text(one),
  ];
  const fits = name => exact === null ? !source || new RegExp(source, flags).test(name ?? '') : name === exact;
  if (!selector) return document.body.innerText.replace(/\\s+/g, ' ').includes(exact) ? document.body : null;
  return Array.from(document.querySelectorAll(selector)).find(one => seen(one) && names(one).some(fits)) ?? null;
`;

/** The script that looks for it, and its arguments. */
export function find(what: Named | string): [body: string, ...args: unknown[]] {
  if (typeof what === 'string') return [SEARCH, null, what, null, null];
  const { role, name } = what;
  const pattern = name instanceof RegExp ? [null, name.source, name.flags] : [name ?? null, null, null];
  return [SEARCH, SELECTORS[role], ...pattern];
}
