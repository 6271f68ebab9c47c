import { later } from '../later.tsx';
import type { Some } from '../routes.ts';

const fromThere = later(() => import('./parts.ts'));

export const backScreens = {
  'spare/back': fromThere('spare/back'),
  'spare/move': fromThere('spare/move'),
  'back/secret': fromThere('back/secret'),
  'back/end': fromThere('back/end'),
} satisfies Some;
