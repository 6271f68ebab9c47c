import type { Key } from '../../words/words.ts';

/** A secret that is being typed and tried. */
export interface Try {
  typed: string;
  busy: boolean;
  slip: Key | null;
  type(text: string): void;
  open(): Promise<void>;
  clear(): void;
}
