import type { Kind } from './kind.ts';
import { medicine } from './kinds/medicine.ts';

/** Every kind, in the order the person meets them. */
export const kinds: readonly Kind[] = [medicine];

const byId = new Map(kinds.map(kind => [kind.id, kind]));

/** The kind of that id; `null` when a later version wrote a kind that this one doesn't know. */
export const kindOf = (id: string): Kind | null => byId.get(id) ?? null;
