/** Locales for trying the screens out: words that grow by a third, and words that run from right to left. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const;

/** A compiled message: text, or text and places, as Lingui's compiler leaves it. */
type Message = string | (string | unknown[])[];

const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
};

/** Leaves `{name}` places as they are. */
const outside =
  (by: (text: string) => string) =>
  (text: string): string =>
    text
      .split(/(\{\w+\})/)
      .map((part, i) => (i % 2 ? part : by(part)))
      .join('');

const longer = (text: string): string =>
  text.replace(/[A-Za-z]/g, letter => accents[letter] ?? letter).replace(/[áéíóú]/g, '$&$&');

// Marks that make each run of text read from right to left, as Arabic would.
const mirrored = (text: string): string => text.replace(/[^\s#\u2068\u2069]+/gu, '\u202e$&\u202c');

/**
 * A name or a number with words runs left to right; between isolates it leaves the sentence round it in order. A
 * translation into such a language does the same.
 */
const standingApart = (message: Message): Message =>
  typeof message === 'string'
    ? message
    : message.flatMap(part =>
        Array.isArray(part) && part.length === 1 ? ['\u2068', part, '\u2069'] : [part],
      );

const turn = (part: unknown, by: (text: string) => string): unknown => {
  if (typeof part === 'string') return part === '#' ? part : by(part);
  if (!Array.isArray(part)) return part;
  const [name, type, options] = part as [string, string?, Record<string, unknown>?];
  if (!options || typeof options !== 'object') return part;
  const turned = Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      key === 'offset' ? value : turnMessage(value as Message, by),
    ]),
  );
  return [name, type, turned];
};

const turnMessage = (message: Message, by: (text: string) => string): unknown =>
  typeof message === 'string' ? by(message) : message.map(part => turn(part, by));

/** The catalogue as that locale would show it. Places for values stay as they are. */
export const pseudo = (
  messages: Record<string, unknown>,
  lang: (typeof pseudoLocales)[number],
): Record<string, unknown> => {
  const by = outside(lang === 'en-XA' ? longer : mirrored);
  const placed = lang === 'en-XA' ? (message: Message) => message : standingApart;
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [key, turnMessage(placed(message as Message), by)]),
  );
};
