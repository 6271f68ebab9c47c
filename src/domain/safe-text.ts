/**
 * Characters that draw nothing or turn the reading direction, and so make text look like what it is not: controls,
 * format characters (bidi, zero-width, tags), fillers that look like spaces, line separators, half characters.
 * Tab and line break stay, and so do the Arabic number signs, which do draw.
 */
const UNSEEN =
  /(?![\t\n\u0600-\u0605\u06DD\u0890\u0891\u08E2])[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]|\u034F|[\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]|[\u180B-\u180D\u180F]/gu;

/** What a joiner may glue: an emoji to an emoji, or letters of the scripts that need it (Persian, Hindi and others). */
const EMOJI_BEFORE = /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
const JOINING_BEFORE =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Mongolian}]$/u;

/** The flags of England, Scotland and Wales: a black flag, tag letters, an end tag. */
const TAG_FLAG = /\u{1F3F4}[\u{E0061}-\u{E007A}]{1,8}\u{E007F}/gu;

const joins = (sign: string, before: string, after: string): boolean => {
  if (sign === '\u200D' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) return true;
  return (
    (sign === '\u200D' || sign === '\u200C') && JOINING_BEFORE.test(before) && /^[\p{L}\p{M}]/u.test(after)
  );
};

const name = (sign: string): string =>
  `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

const showStretch = (text: string): string =>
  text.replace(UNSEEN, (sign: string, at: number) =>
    joins(sign, text.slice(Math.max(0, at - 6), at), text.slice(at + 1, at + 3)) ? sign : name(sign),
  );

/**
 * Someone's own text with nothing unseen in it: a control, bidi or zero-width character shows as `‹U+202E›`, so a
 * trick shows as what it is. Words in any script and joined emoji stay as they are. Showing twice changes nothing.
 */
export const showPlain = (text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n');
  let shown = '';
  let at = 0;
  for (const flag of lines.matchAll(TAG_FLAG)) {
    shown += showStretch(lines.slice(at, flag.index)) + flag[0];
    at = flag.index + flag[0].length;
  }
  return shown + showStretch(lines.slice(at));
};

/**
 * Text on one line, `by` where a line ended: a line break in someone's words must not look like a line of ours.
 * By splitting, because a pattern for "spaces around a line end" takes the square of a long run of spaces.
 */
export const inOneLine = (text: string, by: string): string => {
  if (!text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  return [first.trimEnd(), ...rest.map(line => line.trim()).filter(Boolean)].join(by);
};

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * Someone's words inside a sentence of ours. Those that run right to left stand apart (U+2068, U+2069), or they would
 * draw the number after them to their other side: a date would read wrongly.
 */
export const apart = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
