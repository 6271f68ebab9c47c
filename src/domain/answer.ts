import { utf8 } from '../lib/bytes.ts';
import type { SharedItem } from './share.ts';

/** The kinds that a reader may change where they were shown, as a clinic needs them. */
export const answerKinds: readonly string[] = [
  'oat',
  'medicine',
  'allergy',
  'condition',
  'result',
  'appointment',
  'referral',
  'note',
];

/** The kinds that a reader may add. */
export const newKinds: readonly string[] = ['oat', 'medicine', 'appointment', 'referral', 'result', 'note'];

/** What a reader says about one thing, or a new one. */
export interface AnswerLine {
  /** The thing's place in the share that is answered; `null` for a new one. */
  about: number | null;
  /** They do not have it in their own list. `item` is then as it was shown. */
  out?: true;
  /** As they say it stands, whole. */
  item: SharedItem;
}

/** What a reader gives back. It becomes a proposal: nothing in it counts until the person says so. */
export interface Answer {
  /** The public id of the share that is answered. */
  share: string;
  /** Who says so, in their own words, and what they are. Unchecked. May be empty. */
  from: string;
  role: string;
  /** Minutes since 1970-01-01T00:00Z, by their clock. */
  made: number;
  lines: readonly AnswerLine[];
}

/** No list that is read over in an appointment is longer; and the log has room for what became of each. */
const MOST_LINES = 100;
/** A line becomes one record, and has its limit, bytes. */
const LONGEST_LINE = 50_000;

/** More than the person's phone takes in. */
export const isTooMuch = ({ lines }: Pick<Answer, 'lines'>): boolean =>
  lines.length > MOST_LINES || lines.some(({ item }) => utf8(JSON.stringify(item)).length > LONGEST_LINE);
