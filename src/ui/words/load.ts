import { addWords } from './words.ts';

type Messages = Record<string, unknown>;

/** The one language there is so far; another is a folder beside `en-AU` and a line here. */
const shipped = 'en-AU';
const pseudo = ['en-XA', 'ar-XB'] as const;
const mirrored = /^(ar|fa|he|ur|ps|ckb|dv|yi|sd|ug)\b/;

let lang: string = shipped;
let turn = (messages: Messages): Messages => messages;

/** What the device asks for, best first. `?words=` comes before it, to stand a screen up in another locale. */
const asked = (): string[] => {
  const said = new URLSearchParams(location.search).get('words');
  return said ? [said, ...navigator.languages] : [...navigator.languages];
};

/**
 * Settles the language before the first word shows, and tells the page. The two locales for trying screens out,
 * longer words and mirrored ones, are made from the catalogue by code that loads only then.
 */
export const settleLanguage = async (wishes: readonly string[] = asked()): Promise<void> => {
  lang = shipped;
  turn = messages => messages;
  const wish = pseudo.find(locale => locale === wishes[0]);
  if (wish) {
    const made = await import('./pseudo.ts');
    lang = wish;
    turn = messages => made.pseudo(messages, wish);
    const domain = await import('./pseudo-domain.ts');
    addWords(
      lang,
      domain.domainWords(words => made.pseudo(words, wish)),
    );
  }
  document.documentElement.lang = lang;
  document.documentElement.dir = mirrored.test(lang) ? 'rtl' : 'ltr';
};

/** Adds parts of the catalogue in the language in use. */
export const giveWords = (...parts: Messages[]): void => {
  for (const part of parts) addWords(lang, turn(part));
};
