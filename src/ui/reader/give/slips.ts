import { AppError, type ErrorCode } from '../../../lib/error.ts';
import type { Key } from '../../words/words.ts';

/** Who gives it back, in their own words. */
export interface Who {
  name: string;
  role: string;
}

const slips: Partial<Record<ErrorCode, Key>> = {
  'too-big': 'back.tooBig',
  // The key that came with the share is one that nothing can be sealed to.
  garbled: 'back.noReply',
};

/** Why no code was made, as a sentence. */
export const slipOf = (error: unknown): Key =>
  (error instanceof AppError ? slips[error.code] : undefined) ?? 'back.failed';
