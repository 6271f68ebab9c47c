import './together.css';
import { Edit } from '../item/edit.tsx';
import { ItemView } from '../item/view.tsx';
import { Add } from '../mine/add.tsx';
import type { Some } from '../routes.ts';
import { Give } from './give.tsx';
import { HelpHome } from './home.tsx';
import { Review } from './review.tsx';

export const togetherScreens = { together: Give, review: Review } satisfies Some;

/** All there is while someone helps. Whatever else is a place leads to the one that there is. */
export const helpScreens = {
  today: HelpHome,
  mine: HelpHome,
  people: HelpHome,
  'show/who': HelpHome,
  'item/add': Add,
  'item/view': ItemView,
  'item/edit': Edit,
} satisfies Some;
