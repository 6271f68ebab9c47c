import '../open.css';
import '../start/start.css';
import back from '../../words/en-AU/back.json';
import begin from '../../words/en-AU/begin.json';
import moving from '../../words/en-AU/moving.json';
import parts from '../../words/en-AU/parts.json';
import reader from '../../words/en-AU/reader.json';
import scan from '../../words/en-AU/scan.json';
import type { Some } from '../routes.ts';
import { BackEnd } from './end.tsx';
import { IntoRecord } from './into-record.tsx';
import { Move } from './move.tsx';
import { FirstNewSecret } from './new-secret.tsx';

export { AnotherWay } from './another-way.tsx';
export { BringBack } from './bring-back.tsx';

/** At the lock and the welcome nothing else has brought them. */
export const words = [begin, parts, back, scan, moving, reader];

export const screens = {
  'spare/back': IntoRecord,
  'spare/move': Move,
  'back/secret': FirstNewSecret,
  'back/end': BackEnd,
} satisfies Some;
