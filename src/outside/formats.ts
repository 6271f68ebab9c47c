import type { Format } from './format.ts';
import { healthCard } from './health-card.ts';
import { iCalendar } from './ical.ts';
import { mecard } from './mecard.ts';
import { phoneCodes } from './phone-codes.ts';
import { plainText } from './plain-text.ts';
import { vcard } from './vcard.ts';
import { webAddress } from './web-address.ts';

/** Every format there is. The first that knows a text has it; the last knows any. */
export const formats: readonly Format[] = [
  vcard,
  mecard,
  iCalendar,
  healthCard,
  phoneCodes,
  webAddress,
  plainText,
];
