// Three digits (000) to fifteen (ITU-T E.164), with what people put between them.
const NUMBER = /\+?\d[\d ().\-\u00a0]*/g;

/**
 * What a phone dials: the one number in the text. Never pieces of two, nor a number with digits left out that the
 * eye takes for part of it (those of other scripts, a code with * or #): then the text stands without a link.
 */
export const dialOf = (text: string): string => {
  if (/(?![0-9])\p{Nd}|[*#]/u.test(text)) return '';
  const numbers = (text.match(NUMBER) ?? []).map(one =>
    one.replace(/^(\+\d+ ?)\(0\)/, '$1').replace(/[^\d+]/g, ''),
  );
  const [only, ...others] = numbers;
  return only !== undefined && others.length === 0 && /^\+?\d{3,15}$/.test(only) ? only : '';
};

/**
 * Could someone write a text to it? Not to 000, nor to Australia's 13, 1300 and 1800 numbers: a text sent there in
 * need would reach nobody.
 */
export const takesTexts = (dial: string): boolean => !/^(000|13\d{4}|1[38]00\d{6})$/.test(dial);
