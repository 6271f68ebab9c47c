import './spare.css';
import spare from '../../words/en-AU/spare.json';
import type { Some } from '../routes.ts';
import { CardsPage } from './cards-page.tsx';
import { Spare } from './hub.tsx';
import { KitPage } from './kit.tsx';
import { OwnWords } from './own.tsx';

export const words = [spare];

export const screens = {
  spare: Spare,
  'spare/own': OwnWords,
  'spare/kit': KitPage,
  'spare/cards': CardsPage,
} satisfies Some;
