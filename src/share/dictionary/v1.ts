import { utf8 } from '../../lib/bytes.ts';
import { type BlockTables, header } from '../deflate.ts';
import { DISTANCES, LITERALS, TEXT } from './v1.data.ts';

/** What a version's texts are packed with. */
export interface Dictionary {
  /** The preset dictionary. */
  readonly bytes: Uint8Array;
  /** The code tables of the one block that a text is. */
  readonly tables: BlockTables;
  /** The frozen start of every DEFLATE stream: the block's header with these tables. */
  readonly header: Uint8Array;
}

/** One character a symbol: its code length in base 16. */
const lengths = (text: string): number[] => Array.from(text, c => Number.parseInt(c, 16));

let made: Dictionary | null = null;

/** Version 1's dictionary, made on first use. Frozen: a change would break every released code. */
export function dictionaryV1(): Dictionary {
  if (made) return made;
  const tables = { literals: lengths(LITERALS), distances: lengths(DISTANCES) };
  made = { bytes: utf8(TEXT), tables, header: header(tables) };
  return made;
}
