import './show.css';
import type { Some } from '../routes.ts';
import { Code } from './code.tsx';
import { Large } from './large.tsx';
import { Look } from './look.tsx';
import { Seal } from './seal.tsx';
import { What } from './what.tsx';
import { Who } from './who.tsx';
import { Words } from './words.tsx';

export const showScreens = {
  'show/who': Who,
  'show/what': What,
  'show/look': Look,
  'show/seal': Seal,
  'show/code': Code,
  'show/words': Words,
  'show/large': Large,
} satisfies Some;
