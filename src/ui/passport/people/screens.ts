import type { Some } from '../routes.ts';
import { About } from './about.tsx';
import { People } from './people.tsx';

export const peopleScreens = { people: People, about: About } satisfies Some;
