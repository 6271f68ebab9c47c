import type { FileValue, Privacy, SaidDate, Source, Values } from './item.ts';

export type Purpose = 'gp' | 'emergency' | 'pharmacy' | 'worker' | 'own';

/** An item as it leaves: no ids of ours, no privacy mark, no story. */
export interface SharedItem {
  kind: string;
  source: Source;
  asOf: SaidDate;
  absence?: 'none';
  values: Values;
}

/** A photo or PDF that goes with a share. */
export interface SharedFile extends Pick<FileValue, 'type' | 'width' | 'height'> {
  /** Its item's place in the share, and the field it stands in. */
  item: number;
  field: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A chosen set of items, for one purpose, for a time, to one reader. */
export interface Share {
  purpose: Purpose;
  /** Minutes since 1970-01-01T00:00Z. */
  made: number;
  expires: number;
  /** "My script runs out soon." May be empty. */
  why: string;
  items: readonly SharedItem[];
}

/** What went out, when, for whom, why, and how it went. */
export interface ShareEntry {
  id: string;
  type: 'share';
  at: string;
  purpose: Purpose;
  /** Own words for who it was, may be empty. */
  to: string;
  why: string;
  /** How: a code on the screen, one that only their screen can open, large text, print. */
  by: 'code' | 'sealed' | 'large-text' | 'print';
  /** What was shown: item id and version at that time, and its title then. */
  items: readonly { item: string; version: string; kind: string; title: string; privacy: Privacy }[];
  minutes: number;
  /** When the person pressed Stop, or when it closed. */
  stoppedAt?: string;
  /** The share's own public id, so that an answer can find its way home. */
  share?: string;
  /** What opens an answer: an X25519 key pair of this share alone (hex). */
  reply?: { publicKey: string; secretKey: string };
}
