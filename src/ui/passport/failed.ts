import { AppError } from '../../lib/error.ts';
import type { Key } from '../words/words.ts';

const known = ['storage-full', 'storage-failed', 'too-new', 'damaged', 'erased', 'taken'] as const;

/** What went wrong, in words that say whether anything was lost and what to do. */
export const failed = (error: unknown): Key => {
  const code = error instanceof AppError && known.find(one => one === error.code);
  return `start.failed.${code || 'other'}`;
};
