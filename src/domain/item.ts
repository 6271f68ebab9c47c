/** 32 hex characters: a random 128-bit id. */
export type ItemId = string;

/** `install.counter`: which install wrote it and its how-manieth version that was. Orders versions without a clock. */
export type VersionId = string;

/** On screen: Open, Careful, Just me. The more private, the heavier. */
export type Privacy = 'open' | 'careful' | 'just-me';

/** What a share can be filtered by (DOMAIN.md, "Privacy"). */
export type Topic = 'drugs' | 'mental-health' | 'sexual-health' | 'violence' | 'custody' | 'children';

export type SourceType = 'me' | 'peer' | 'provider' | 'document' | 'scanned';

/** Who said it, and whether anyone checked it. */
export interface Source {
  type: SourceType;
  /** Who: "Dr Osei", "Dana", "hospital letter". Empty for `me`. */
  name?: string;
  checkedBy?: string;
  checkedOn?: SaidDate;
}

/**
 * A date as it was said: `2019`, `2019-03`, `2019-03-28`, `2019-03-28T08:40`, or any own words ("about March").
 * Kept as typed, also when it makes no sense; see `date.ts`.
 */
export type SaidDate = string;

/** A photo or PDF in its own pages of the vault. */
export interface FileValue {
  blob: string;
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  /** Bytes. */
  size: number;
  width?: number;
  height?: number;
}

export type FieldValue = string | string[] | FileValue;
export type Values = Readonly<Record<string, FieldValue>>;

/** One saved state of an item. Never changed once written. */
export interface Version {
  id: VersionId;
  item: ItemId;
  kind: string;
  /** The versions this one was made from: none for the first, two or more when a conflict was settled. */
  parents: readonly VersionId[];
  privacy: Privacy;
  source: Source;
  /** When it was true, as said. */
  asOf: SaidDate;
  /** `YYYY-MM-DD` on which the person last said that it still holds. */
  lookedAt: string;
  /** ISO instant by this device's clock. For showing only: order comes from `parents` and `id`. */
  savedAt: string;
  /** `none` is "none, says the person"; not stated is the absence of any item of the kind. */
  absence?: 'none';
  values: Values;
}

/** One thing the person keeps, with its story. */
export interface Item {
  id: ItemId;
  kind: string;
  /** What is shown. With a conflict, the newest head by version order; the others are in `heads`. */
  head: Version;
  /** Versions that no other version was made from. More than one is a conflict, to be shown. */
  heads: readonly Version[];
  /** All versions, newest first. */
  versions: readonly Version[];
}
