import type { Format } from './format.ts';
import { note } from './values.ts';

/** A web address and nothing else. Kept as text under the name of its site, as browsers write it; never opened. */
export const webAddress: Format = {
  id: 'web-address',
  read: text => {
    if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
    return [note(text, new URL(text).hostname)];
  },
};
