import type { TypedSecret } from '../../../app/secret.ts';
import { type Key, t } from '../../words/words.ts';

const PIN_DIGITS = 6;
const MIN_WORDS = 4;
/** Someone who types signs instead of words: as long as four short words. */
const MIN_LENGTH = 16;

/** What is missing before it can be a lock, in words; `null` when nothing is. */
export const tooShort = ({ type, text }: TypedSecret): string | null => {
  if (type === 'pin') {
    return text.length >= PIN_DIGITS ? null : t('start.secret.short.pin', { count: text.length });
  }
  const words = text.trim().split(/\s+/u);
  const enough = words.length >= MIN_WORDS || text.trim().length >= MIN_LENGTH;
  return enough ? null : t('start.secret.short.words');
};

/** PINs that anyone tries first: one digit all along, a run up or down, a pair over and over. */
export const isEasy = ({ type, text }: TypedSecret): boolean => {
  if (type !== 'pin') return false;
  const steps = new Set(Array.from(text.slice(1), (digit, i) => (10 + Number(digit) - Number(text[i])) % 10));
  const [step] = steps;
  if (steps.size === 1 && (step === 0 || step === 1 || step === 9)) return true;
  return /^(\d{2,3})\1+$/.test(text);
};

/** Are they the same to the vault? Words are folded there, so capitals and spaces don't count. */
export const isSame = (a: TypedSecret, b: TypedSecret): boolean => fold(a) === fold(b);

const fold = ({ type, text }: TypedSecret): string =>
  type === 'pin' ? text : text.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');

export const titleKey = (type: TypedSecret['type'], again: boolean): Key =>
  again ? `start.secret.again.${type}` : `start.secret.${type}.make`;
