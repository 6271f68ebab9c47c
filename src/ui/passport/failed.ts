import { AppError } from '../../lib/error.ts';
import type { Key } from '../words/words.ts';

const words: Partial<Record<AppError['code'], Key>> = {
  'storage-full': 'start.failed.storage-full',
  'storage-failed': 'start.failed.storage-failed',
  'too-new': 'start.failed.too-new',
  damaged: 'start.failed.damaged',
};

/** What went wrong, in words that say whether anything was lost and what to do. */
export const failed = (error: unknown): Key =>
  (error instanceof AppError ? words[error.code] : undefined) ?? 'start.failed.other';
