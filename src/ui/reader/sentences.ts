import { AppError, type ErrorCode } from '../../lib/error.ts';
import type { Key } from '../words/words.ts';

const sentences: Partial<Record<ErrorCode, Key>> = {
  'not-ours': 'reader.failed.not-ours',
  'cut-short': 'reader.failed.cut-short',
  garbled: 'reader.failed.garbled',
  damaged: 'reader.failed.garbled',
  'too-new': 'reader.failed.too-new',
  'too-big': 'reader.failed.too-big',
  'wrong-words': 'reader.failed.wrong-words',
  'too-old': 'reader.failed.too-old',
};

/** What went wrong, as a sentence that says what to do. */
export const sentenceOf = (error: unknown): Key =>
  (error instanceof AppError ? sentences[error.code] : undefined) ?? 'reader.failed.other';

const receiveSentences: Partial<Record<ErrorCode, Key>> = {
  'cut-short': 'receive.slip.cut-short',
  garbled: 'receive.slip.garbled',
  damaged: 'receive.slip.garbled',
  'too-new': 'receive.slip.too-new',
  'other-key': 'receive.slip.other-key',
};

/** The same where it came from a phone beside this page, whose key goes with a reload. */
export const receiveSentenceOf = (error: unknown): Key => {
  const own = error instanceof AppError ? receiveSentences[error.code] : undefined;
  const key = own ?? sentenceOf(error);
  return key === 'reader.failed.other' ? 'receive.slip.failed' : key;
};

const fileSentences: Partial<Record<ErrorCode, Key>> = {
  'not-ours': 'reader.file.not-ours',
  'cut-short': 'reader.file.cut-short',
  garbled: 'reader.file.garbled',
  'too-new': 'reader.file.too-new',
  'too-big': 'reader.file.too-big',
};

/** The same for a file that was picked. */
export const fileSentenceOf = (error: unknown): Key =>
  (error instanceof AppError ? fileSentences[error.code] : undefined) ?? 'reader.file.bad-file';
