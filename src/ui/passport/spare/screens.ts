import { later } from '../later.tsx';
import type { Some } from '../routes.ts';

const fromThere = later(() => import('./parts.ts'));

export const spareScreens = {
  spare: fromThere('spare'),
  'spare/own': fromThere('spare/own'),
  'spare/kit': fromThere('spare/kit'),
  'spare/cards': fromThere('spare/cards'),
} satisfies Some;
