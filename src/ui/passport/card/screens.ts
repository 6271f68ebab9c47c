import type { Some } from '../routes.ts';
import { CardPage } from './card-page.tsx';
import { CardEdit } from './edit.tsx';
import { CardLook } from './look.tsx';

export const cardScreens = { card: CardPage, 'card/edit': CardEdit, 'card/look': CardLook } satisfies Some;
