import { later } from '../later.tsx';
import type { Some } from '../routes.ts';

const fromThere = later(() => import('./parts.ts'));

export const waysScreens = {
  'ways/name': fromThere('ways/name'),
  'ways/passkey': fromThere('ways/passkey'),
  'ways/erase': fromThere('ways/erase'),
  'ways/second': fromThere('ways/second'),
} satisfies Some;
