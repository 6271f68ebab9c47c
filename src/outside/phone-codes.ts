import { AppError } from '../lib/error.ts';
import type { Format, Found } from './format.ts';
import { note, oneLine, splitAt, unescaped } from './values.ts';

/** What it is for, up to where the rest of it begins. */
const upTo = (rest: string, ends: RegExp): string => rest.split(ends, 1)[0] ?? '';

/** `tel:+61-2-5550-1234` (RFC 3966): someone to ring. Throws where there is no number, and for a broken `%` in it. */
const ringing = (rest: string): Found => {
  const phone = oneLine(decodeURIComponent(upTo(rest, /;/)));
  if (!phone) throw new AppError('garbled');
  return { kind: 'contact', values: { phone } };
};

/** The name of a Wi-Fi network, for the note that keeps how to join it. */
const networkIn = (rest: string): string =>
  unescaped(splitAt(rest, ';').find(part => /^S:/i.test(part)) ?? '').slice(2);

/** What each of them is to a person. Nothing is rung, sent, joined or opened by it. */
const read: Record<string, (rest: string, text: string) => Found> = {
  tel: ringing,
  sms: (rest, text) => note(text, upTo(rest, /[?:]/)),
  smsto: (rest, text) => note(text, upTo(rest, /[?:]/)),
  mailto: (rest, text) => note(text, upTo(rest, /\?/)),
  geo: (_, text) => note(text),
  wifi: (rest, text) => note(text, networkIn(rest)),
};

/** Codes that a phone's own camera knows: to ring, to write, a place, a Wi-Fi network. */
export const phoneCodes: Format = {
  id: 'phone-codes',
  read: text => {
    const scheme = /^(tel|sms|smsto|mailto|geo|wifi):(?=\S)/i.exec(text)?.[1];
    if (!scheme) return null;
    return [read[scheme.toLowerCase()]!(text.slice(scheme.length + 1), text)];
  },
};
