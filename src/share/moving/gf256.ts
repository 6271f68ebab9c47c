/*
 * Arithmetic in GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1 (0x11d, generator 2, as in QR's own Reed–Solomon code).
 * Addition is XOR.
 */
const POLYNOMIAL = 0x1d;

/** All products: `factor * 256 + value`. */
const products = /* @__PURE__ */ table();

function table(): Uint8Array {
  const all = new Uint8Array(65_536);
  for (let factor = 1; factor < 256; factor++) {
    for (let bit = 1, product = factor; bit < 256; bit <<= 1) {
      for (let rest = 0; rest < bit; rest++)
        all[factor * 256 + bit + rest] = product ^ all[factor * 256 + rest]!;
      product = ((product << 1) & 255) ^ (product & 128 ? POLYNOMIAL : 0);
    }
  }
  return all;
}

/** The product of two bytes. */
export const multiply = (a: number, b: number): number => products[a * 256 + b]!;

/** The byte whose product with `value` (not 0) is 1. */
export const inverse = (value: number): number =>
  products.subarray(value * 256, value * 256 + 256).indexOf(1);

/** Multiplies a row of bytes by `factor`. */
export function scale(row: Uint8Array, factor: number): void {
  for (let at = 0; at < row.length; at++) row[at] = multiply(factor, row[at]!);
}

/** Adds `factor` times `source` to `target` from byte `first` on. Both are of one length. */
export function addMultiple(target: Uint8Array, source: Uint8Array, factor: number, first = 0): void {
  const times = factor * 256;
  for (let at = first, end = target.length; at < end; at++) target[at]! ^= products[times + source[at]!]!;
}

/** Four bytes of a word doubled at once. */
const doubled = (word: number): number =>
  ((word & 0x7f7f7f7f) << 1) ^ Math.imul((word >>> 7) & 0x01010101, POLYNOMIAL);

/** Nibbles that one pass takes: so many multiples are added before a word is stored again. */
export const LANES = 8;
/** Multiples that a lane holds. */
const NIBBLES = 16;

/**
 * Multiples of rows of words (four bytes each, in whichever order) by any nibble, made once and added to many rows:
 * one XOR a word. A lane holds those of one row, or of 16 times that row, so that two lanes serve for all bytes.
 */
export class Multiples {
  readonly #rows: Int32Array;
  readonly #words: number;
  readonly #table: Int32Array;

  /** @param rows all rows, one after the other, `words` each */
  constructor(rows: Int32Array, words: number) {
    this.#rows = rows;
    this.#words = words;
    this.#table = new Int32Array(LANES * NIBBLES * words);
  }

  /** From now on, this lane holds multiples of this row as it is now. */
  takeLow(lane: number, row: number): void {
    const words = this.#words;
    this.#table.set(this.#rows.subarray(row * words, (row + 1) * words), (lane * NIBBLES + 1) * words);
    this.#fill(lane * NIBBLES);
  }

  /** From now on, this lane holds multiples of 16 times the row that the lane before it holds. */
  takeHigh(lane: number): void {
    this.#double(lane * NIBBLES - 8, lane * NIBBLES + 1);
    this.#fill(lane * NIBBLES);
  }

  #fill(first: number): void {
    for (let bit = 1; bit < NIBBLES; bit <<= 1) {
      if (bit > 1) this.#double(first + bit / 2, first + bit);
      for (let rest = 1; rest < bit; rest++) this.#sum(first + bit, first + rest, first + bit + rest);
    }
  }

  #double(from: number, to: number): void {
    const words = this.#words;
    const table = this.#table;
    for (let at = 0; at < words; at++) table[to * words + at] = doubled(table[from * words + at]!);
  }

  #sum(a: number, b: number, to: number): void {
    const words = this.#words;
    const table = this.#table;
    for (let at = 0; at < words; at++)
      table[to * words + at] = table[a * words + at]! ^ table[b * words + at]!;
  }

  /** Adds to this row what each lane holds, times the lane's nibble. */
  addTo(row: number, nibbles: Uint8Array): void {
    const rows = this.#rows;
    const table = this.#table;
    const words = this.#words;
    const to = row * words;
    const from0 = nibbles[0]! * words;
    const from1 = (16 + nibbles[1]!) * words;
    const from2 = (32 + nibbles[2]!) * words;
    const from3 = (48 + nibbles[3]!) * words;
    const from4 = (64 + nibbles[4]!) * words;
    const from5 = (80 + nibbles[5]!) * words;
    const from6 = (96 + nibbles[6]!) * words;
    const from7 = (112 + nibbles[7]!) * words;
    for (let at = 0; at < words; at++)
      rows[to + at]! ^=
        table[from0 + at]! ^
        table[from1 + at]! ^
        table[from2 + at]! ^
        table[from3 + at]! ^
        table[from4 + at]! ^
        table[from5 + at]! ^
        table[from6 + at]! ^
        table[from7 + at]!;
  }
}
