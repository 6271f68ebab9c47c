import './item.css';
import { Add } from '../mine/add.tsx';
import type { Some } from '../routes.ts';
import { Edit } from './edit.tsx';
import { Story } from './story.tsx';
import { ItemView } from './view.tsx';

export const itemScreens = {
  'item/add': Add,
  'item/view': ItemView,
  'item/edit': Edit,
  'item/story': Story,
} satisfies Some;
