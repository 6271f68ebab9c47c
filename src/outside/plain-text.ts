import type { Format } from './format.ts';
import { note } from './values.ts';

/** Whatever nobody else knew: words to keep. */
export const plainText: Format = { id: 'plain-text', read: text => [note(text)] };
