import type { Answer } from '../../domain/answer.ts';
import type { OpenedShare } from '../../share/port.ts';
import type { WordOf } from './typing.ts';

/** What the page needs from the rooms it may not reach itself. */
export interface Gate {
  /** Can this browser open anything at all? */
  usable: () => boolean;
  /** A link's bytes. Throws AppError. */
  read: (link: string) => Uint8Array;
  /** The bytes in a share's file. Throws AppError. */
  readFile: (file: File) => Promise<Uint8Array>;
  wordOf: WordOf;
  /** Starts what takes long to start. */
  warm: () => void;
  /** Throws AppError. */
  open: (bytes: Uint8Array, words: string[]) => Promise<OpenedShare>;
  /** Seals an answer to a share's reply key. Throws AppError. */
  sealAnswer: (answer: Answer, reply: Uint8Array) => Promise<Uint8Array>;
  /** A fresh key of this page, in its memory alone. Throws AppError. */
  newKey: () => Promise<ReaderKey>;
  /** Ends what has seen a secret key. Whatever is asked later starts anew. */
  close: () => void;
}

/** What a share can be sealed to, so that it opens here and nowhere else. */
export interface ReaderKey {
  publicKey: Uint8Array;
  /** Four words that the person compares. */
  words: readonly string[];
  /** Throws AppError('other-key') for what was sealed to another key, and others for what can't be read. */
  open: (message: Uint8Array) => Promise<OpenedShare>;
}
