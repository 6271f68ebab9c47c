import type { Some } from '../routes.ts';
import { Mine } from './mine.tsx';

export const mineScreens = { mine: Mine } satisfies Some;
