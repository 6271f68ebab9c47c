import type { Kind } from './kind.ts';
import { about } from './kinds/about.ts';
import { advance } from './kinds/advance.ts';
import { allergy } from './kinds/allergy.ts';
import { appointment } from './kinds/appointment.ts';
import { checkin } from './kinds/checkin.ts';
import { condition } from './kinds/condition.ts';
import { contact } from './kinds/contact.ts';
import { custody } from './kinds/custody.ts';
import { document } from './kinds/document.ts';
import { goal } from './kinds/goal.ts';
import { hardtime } from './kinds/hardtime.ts';
import { help } from './kinds/help.ts';
import { hepc } from './kinds/hepc.ts';
import { medicine } from './kinds/medicine.ts';
import { mind } from './kinds/mind.ts';
import { naloxone } from './kinds/naloxone.ts';
import { need } from './kinds/need.ts';
import { nohome } from './kinds/nohome.ts';
import { note } from './kinds/note.ts';
import { oat } from './kinds/oat.ts';
import { pregnancy } from './kinds/pregnancy.ts';
import { referral } from './kinds/referral.ts';
import { result } from './kinds/result.ts';
import { talk } from './kinds/talk.ts';
import { vaccination } from './kinds/vaccination.ts';
import { wound } from './kinds/wound.ts';

/**
 * Every kind, in the order the person meets them. Their codes in the share encoding are given once and stay:
 * 1 about, 2 talk, 3 need, 4 allergy, 5 medicine, 6 condition, 7 oat, 8 hepc, 9 naloxone, 10 wound, 11 mind,
 * 12 pregnancy, 13 custody, 14 nohome, 15 advance, 16 vaccination, 17 result, 18 contact, 19 note, 20 document,
 * 21 goal, 22 checkin, 23 appointment, 24 referral, 25 help, 26 hardtime. The next kind takes 27.
 */
export const kinds: readonly Kind[] = [
  about,
  talk,
  need,
  goal,
  checkin,
  appointment,
  referral,
  help,
  oat,
  allergy,
  medicine,
  naloxone,
  condition,
  wound,
  pregnancy,
  hepc,
  result,
  vaccination,
  mind,
  nohome,
  custody,
  hardtime,
  contact,
  advance,
  document,
  note,
];

const byId = new Map(kinds.map(kind => [kind.id, kind]));

/** The kind of that id; `null` when a later version wrote a kind that this one doesn't know. */
export const kindOf = (id: string): Kind | null => byId.get(id) ?? null;
