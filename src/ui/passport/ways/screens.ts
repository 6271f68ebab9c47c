import type { Some } from '../routes.ts';
import { NamePage } from './name.tsx';

export const waysScreens = {
  'ways/name': NamePage,
} satisfies Some;
