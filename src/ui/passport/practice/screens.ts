import type { Some } from '../routes.ts';
import { Practice } from './practice.tsx';

export const practiceScreens = { practice: Practice } satisfies Some;
