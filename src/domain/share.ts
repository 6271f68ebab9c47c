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

/** How it went, as the person says. What they did not answer is not there. */
export interface Afterwards {
  /** Did they look at it? */
  looked?: 'yes' | 'partly' | 'no' | 'not-sure';
  /** How the person was treated, and what happens next: own words. */
  treated?: string;
  next?: string;
}

/** What went out, when, for whom, why, and how it went. */
export interface ShareEntry {
  id: string;
  type: 'share';
  /** Its place in the log: one more than the newest had when it was first written. */
  nth?: number;
  at: string;
  purpose: Purpose;
  /** Own words for who it was, may be empty. */
  to: string;
  why: string;
  /** How: a code on the screen, one that only their screen can open, large text, print, a file. */
  by: 'code' | 'sealed' | 'large-text' | 'print' | 'file';
  /** What was shown: item id and version at that time, and its title then. */
  items: readonly { item: string; version: string; kind: string; title: string; privacy: Privacy }[];
  minutes: number;
  /** Photos and PDFs of these went too. */
  photos?: true;
  /** It was written down, and then did not go out: the share sheet was closed, say. */
  stayed?: true;
  /** When the person pressed Stop, or when it closed. */
  stoppedAt?: string;
  /** The share's own public id, so that an answer can find its way home. */
  share?: string;
  /** What opens an answer: an X25519 key pair of this share alone (hex). */
  reply?: { publicKey: string; secretKey: string };
  /** How it went; also while the person is still typing it. It never leaves. */
  after?: Afterwards;
  /** They were asked how it went and said so, or skipped it: it is not asked again. */
  asked?: true;
}
