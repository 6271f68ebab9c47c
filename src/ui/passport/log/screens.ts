import type { Some } from '../routes.ts';
import { LogEntryPage } from './entry.tsx';
import { Log } from './log.tsx';

export const logScreens = { log: Log, 'log/entry': LogEntryPage } satisfies Some;
