import type { Some } from '../routes.ts';
import { About } from './about.tsx';
import { NewNumber } from './new-number.tsx';
import { People } from './people.tsx';

export const peopleScreens = {
  people: People,
  'people/number': NewNumber,
  about: About,
} satisfies Some;
