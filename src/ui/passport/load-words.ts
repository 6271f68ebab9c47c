import { addWords } from '../words/words.ts';

type Messages = Record<string, unknown>;

let lang = 'en-AU';
let turn = (messages: Messages): Messages => messages;

/**
 * Settles the language before the first word shows. `?words=en-XA` or `?words=ar-XB` stands the screens up in
 * longer or mirrored words, to see that they hold.
 */
export const chooseLanguage = async (): Promise<void> => {
  const asked = new URLSearchParams(location.search).get('words');
  if (!asked) return;
  const { pseudo, pseudoLocales } = await import('../words/pseudo.ts');
  const known = pseudoLocales.find(locale => locale === asked);
  if (!known) return;
  lang = known;
  turn = messages => pseudo(messages, known);
  document.documentElement.lang = known;
  document.documentElement.dir = known.startsWith('ar') ? 'rtl' : 'ltr';
};

/** Adds parts of the catalogue in the language in use. */
export const giveWords = (...parts: Messages[]): void => {
  for (const part of parts) addWords(lang, turn(part));
};

/** Is the language another than the one all words are written in? */
export const isTranslated = (): boolean => lang !== 'en-AU';
