import { AppError } from '../../../lib/error.ts';
import type { Key } from '../../words/words.ts';

/** Who gives it back, in their own words. */
export interface Who {
  name: string;
  role: string;
}

/** Why no code was made, as a sentence. */
export const slipOf = (error: unknown): Key =>
  error instanceof AppError && error.code === 'too-big' ? 'back.tooBig' : 'back.failed';
