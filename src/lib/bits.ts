import { AppError } from './error.ts';

/** Writes bits, most significant first. The last byte is filled up with zeros. */
export class BitWriter {
  #bytes: number[] = [];
  #free = 0;

  /** Bits written so far. */
  get length(): number {
    return this.#bytes.length * 8 - this.#free;
  }

  bit(value: boolean): void {
    if (this.#free === 0) {
      this.#bytes.push(0);
      this.#free = 8;
    }
    this.#free--;
    if (value) this.#bytes[this.#bytes.length - 1]! |= 1 << this.#free;
  }

  /** `value` (a safe integer ≥ 0) in `width` bits (0–53). Throws a RangeError when it does not fit. */
  bits(value: number, width: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** width) throw new RangeError('bits');
    for (let at = width - 1; at >= 0; at--) this.bit(Math.floor(value / 2 ** at) % 2 === 1);
  }

  /** An integer from 0 to 2³² − 1, short for small ones: Exp-Golomb code of order `order`. */
  number(value: number, order: number): void {
    const head = Math.floor(value / 2 ** order) + 1;
    const width = Math.floor(Math.log2(head)) + 1;
    this.bits(0, width - 1);
    this.bits(head, width);
    this.bits(value % 2 ** order, order);
  }

  /** An integer of either sign, magnitude under 2³². */
  signed(value: number, order: number): void {
    this.bit(value < 0);
    // -0 does not exist on the way in: a negative number starts at -1.
    this.number(value < 0 ? -value - 1 : value, order);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what `BitWriter` wrote. Every method throws AppError('garbled') past the end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bit(): boolean {
    const byte = this.#bytes[this.#at >> 3];
    if (byte === undefined) throw new AppError('garbled');
    return ((byte >> (7 - (this.#at++ & 7))) & 1) === 1;
  }

  /** An integer of `width` bits (0–53). */
  bits(width: number): number {
    let value = 0;
    for (let at = 0; at < width; at++) value = value * 2 + (this.bit() ? 1 : 0);
    return value;
  }

  /** See `BitWriter.number`. Refuses what is over 2³² − 1. */
  number(order: number): number {
    let zeros = 0;
    while (!this.bit()) if (++zeros > 32) throw new AppError('garbled');
    const head = 2 ** zeros + this.bits(zeros) - 1;
    const value = head * 2 ** order + this.bits(order);
    if (value >= 2 ** 32) throw new AppError('garbled');
    return value;
  }

  /** See `BitWriter.signed`. */
  signed(order: number): number {
    return this.bit() ? -1 - this.number(order) : this.number(order);
  }

  /** The whole bytes that follow; the bits that fill up the last one must be zero. */
  rest(): Uint8Array {
    while (this.#at & 7) if (this.bit()) throw new AppError('garbled');
    return this.#bytes.subarray(this.#at >> 3);
  }
}
