import { showPlain } from './safe-text.ts';
import type { Thing } from './show.ts';

/** Where a kind says where something is. */
const fields: Readonly<Record<string, string>> = { contact: 'place', appointment: 'where' };

/** Where the thing is, in the person's words; empty where they didn't say. */
export const placeOf = ({ kind, values }: Thing): string => {
  const place = values[fields[kind] ?? ''];
  return typeof place === 'string' ? showPlain(place.trim()) : '';
};

/** What the phone calls its own map by. */
export type MapDevice = 'android' | 'apple' | 'other';

/**
 * Links that look a place up: in the phone's own map app, `null` where no link is known to open one, and on a web
 * site that needs no account. Android hands `geo:` to whichever map the person chose; Safari calls it an invalid
 * address, and opens Apple's map from Apple's link.
 */
export const mapLinks = (place: string, device: MapDevice): { app: string | null; site: string } => {
  const words = encodeURIComponent(place);
  const apps = { android: `geo:0,0?q=${words}`, apple: `https://maps.apple.com/?q=${words}`, other: null };
  return { app: apps[device], site: `https://www.openstreetmap.org/search?query=${words}` };
};
