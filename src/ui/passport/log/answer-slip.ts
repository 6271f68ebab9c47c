import { AppError } from '../../../lib/error.ts';
import type { Key } from '../../words/words.ts';
import { failed } from '../failed.ts';

const slips = ['other-phone', 'other-key', 'garbled', 'cut-short', 'too-new', 'too-big', 'not-ours'] as const;

/** What is the matter with it, what that means for the record, and what to do. */
export const answerSlip = (error: unknown): Key => {
  const code = error instanceof AppError && slips.find(one => one === error.code);
  return code ? `came.slip.${code}` : failed(error);
};
