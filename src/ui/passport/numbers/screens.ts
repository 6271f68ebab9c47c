import type { Some } from '../routes.ts';
import { Numbers } from './numbers.tsx';
import { OneNumber } from './one.tsx';

export const numbersScreens = { numbers: Numbers, 'numbers/one': OneNumber } satisfies Some;
