import type { Parcel } from './parcel.ts';

/** A share ready to be shown. `bytes` is what leaves; `link` carries exactly these. */
export interface SealedShare {
  /** Public id of this share, fresh every time (hex). */
  id: string;
  bytes: Uint8Array;
  /** Opens `bytes` again for the last look. Never leaves the app. */
  key: Uint8Array;
  /** Four words; they never stand on one screen with the link or its code. */
  words: readonly string[];
  /** `prefix` + decimal digits. */
  link: string;
  /** QR version 1–40 at error correction L; `null` where no code holds the link. */
  version: number | null;
}

/** How full one code is. */
export interface Room {
  /** Bytes of payload used and what version 22-L holds after the link's own prefix. */
  used: number;
  holds: number;
  fits: boolean;
}

/** The same share as the reader would see it, decoded from `bytes`. */
export interface OpenedShare extends Parcel {
  id: string;
}
