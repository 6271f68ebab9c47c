import type { Some } from '../routes.ts';
import { Scan } from './scan.tsx';

export const scanScreens = { scan: Scan } satisfies Some;
