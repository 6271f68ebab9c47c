import type { Card } from '../../../app/kit.ts';
import { kitText } from '../../parts/card-entry.tsx';
import { t } from '../../words/words.ts';

/** What stands on a card: its name, what it is, its kit and day, and what is typed off. Any camera reads it as text. */
export const cardLines = ({ kit, number, text }: Card, date: string): string[] => [
  t('spare.card.name', { n: number }),
  t('spare.card.what'),
  t('spare.card.kit', { kit: kitText(kit), date }),
  text,
];
