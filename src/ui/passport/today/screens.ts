import type { Some } from '../routes.ts';
import { LookAgain } from './again.tsx';
import { Today } from './today.tsx';

export const todayScreens = { today: Today, again: LookAgain } satisfies Some;
