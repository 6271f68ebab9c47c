import { comingBack } from './journeys/back.ts';
import type { Journey } from './journeys/journey.ts';
import { madeUp } from './journeys/made-up.ts';
import { mine } from './journeys/mine.ts';
import { scanning } from './journeys/scanning.ts';
import { sealing } from './journeys/sealing.ts';
import { reading, showing } from './journeys/showing.ts';
import { spare } from './journeys/spare.ts';
import { rare, start, tab } from './journeys/start.ts';
import { together } from './journeys/together.ts';
import { trouble } from './journeys/trouble.ts';

/** Every screen there is, in the order in which a person meets them. */
export const journeys: readonly Journey[] = [
  start,
  madeUp,
  showing,
  reading(),
  sealing,
  mine,
  spare,
  together,
  scanning,
  comingBack,
  trouble,
  rare,
  tab,
];
