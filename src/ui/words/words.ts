import { i18n, type Messages } from '@lingui/core';
import type { Kind } from '../../domain/kind.ts';
import type answers from './en-AU/answers.json';
import type back from './en-AU/back.json';
import type begin from './en-AU/begin.json';
import type directory from './en-AU/directory.json';
import type giveBack from './en-AU/give-back.json';
import type mine from './en-AU/mine.json';
import type moving from './en-AU/moving.json';
import type parts from './en-AU/parts.json';
import type people from './en-AU/people.json';
import type reader from './en-AU/reader.json';
import type receive from './en-AU/receive.json';
import type scan from './en-AU/scan.json';
import type show from './en-AU/show.json';
import type spare from './en-AU/spare.json';
import type start from './en-AU/start.json';
import type together from './en-AU/together.json';
import type update from './en-AU/update.json';
import type ways from './en-AU/ways.json';

/** Every message's key. A key that is in no catalogue does not compile. */
export type Key =
  | keyof typeof start
  | keyof typeof update
  | keyof typeof ways
  | keyof typeof begin
  | keyof typeof back
  | keyof typeof parts
  | keyof typeof mine
  | keyof typeof show
  | keyof typeof spare
  | keyof typeof people
  | keyof typeof together
  | keyof typeof scan
  | keyof typeof moving
  | keyof typeof receive
  | keyof typeof directory
  | keyof typeof giveBack
  | keyof typeof answers
  | keyof typeof reader;

/**
 * One message in the person's language. Values fill `{name}` places; plurals, dates and numbers follow the locale.
 */
export const t = (key: Key, values?: Record<string, string | number>): string => i18n._(key, values);

/** The locale in use, for `Intl` and `lang`. */
export const locale = (): string => i18n.locale;

/** Adds a part of the catalogue. Called once by each entry and by each screen that is loaded later. */
export const addWords = (lang: string, messages: Record<string, unknown>): void => {
  i18n.load(lang, { ...(i18n.messages as Messages), ...(messages as Messages) });
  i18n.activate(lang);
};

/** A kind's own words are part of the catalogue: `kind.<id>.…`. A translation overrides them by that key. */
export const kindWord = (key: string, source: string): string =>
  key in i18n.messages ? i18n._(key) : source;

/** All of a kind's words by key: what a translator gets, and what the word tests read. */
export const wordsOfKind = (kind: Kind): Record<string, string> => {
  const at = `kind.${kind.id}`;
  const words: Record<string, string> = {
    [`${at}.label`]: kind.label,
    [`${at}.plural`]: kind.plural,
    [`${at}.add`]: kind.add,
    [`${at}.cover`]: kind.cover,
  };
  if (kind.none) words[`${at}.none`] = kind.none;
  if (kind.check) {
    words[`${at}.check.title`] = kind.check.title;
    words[`${at}.check.text`] = kind.check.text;
  }
  if (kind.aside) words[`${at}.aside`] = kind.aside;
  for (const ring of kind.ring ?? []) words[`${at}.ring.${ring.phone}`] = ring.label;
  for (const field of kind.fields) {
    words[`${at}.${field.name}.label`] = field.label;
    words[`${at}.${field.name}.question`] = field.question;
    if (field.hint) words[`${at}.${field.name}.hint`] = field.hint;
    for (const { id, label, text } of field.ideas ?? []) {
      words[`${at}.${field.name}.idea.${id}`] = label;
      words[`${at}.${field.name}.idea.${id}.text`] = text;
    }
    if (field.type === 'choice' || field.type === 'choices') {
      for (const option of field.options) words[`${at}.${field.name}.${option.id}`] = option.label;
    }
  }
  return words;
};
