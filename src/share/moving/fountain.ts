import { addMultiple } from './gf256.ts';

/*
 * A systematic random linear fountain over GF(2⁸): of k source symbols there are symbols without end, and any k of
 * them that are independent give the source back. Symbol i < k is the source's own; every other one is a
 * combination whose coefficients come from (k, i) alone. All of this is part of the frame's format: never change it.
 */

/** Bytes of a symbol: two fill a version 15-L code, five a version 25-L, head and checksum beside them. */
export const SYMBOL_BYTES = 251;

/** How many symbols `length` bytes are. The last is filled up with zeros. */
export const symbolCount = (length: number): number => Math.ceil(length / SYMBOL_BYTES);

/** MurmurHash3's 32-bit finalizer: a bijection that no linear map over GF(2) comes near. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** 2³² ÷ the golden ratio, as SplitMix steps. */
const STEP = 0x9e3779b9;

/**
 * With what each of `k` source symbols goes into symbol `index` ≥ k: a random nibble, never 0, read as a byte of the
 * field. Rows of nibbles are as seldom dependent as rows of bytes (their sums and products are bytes all the same),
 * and cost half as much to add up. A linear generator would not do: all that 32 bits of state can make has rank 32.
 */
export function coefficients(k: number, index: number): Uint8Array {
  const row = new Uint8Array(k);
  let state = mix(index ^ mix(k));
  for (let at = 0; at < k; ) {
    state = (state + STEP) | 0;
    const word = mix(state);
    // 15 · byte ÷ 256: every nibble 17 times out of 256, one of them 18 times.
    for (let shift = 0; shift < 32 && at < k; shift += 8, at++)
      row[at] = 1 + ((15 * ((word >>> shift) & 255)) >>> 8);
  }
  return row;
}

/** Symbols of one message, made when they are asked for. */
export class Encoder {
  readonly #source: readonly Uint8Array[];

  constructor(message: Uint8Array) {
    const padded = new Uint8Array(symbolCount(message.length) * SYMBOL_BYTES);
    padded.set(message);
    this.#source = Array.from({ length: symbolCount(message.length) }, (_, at) =>
      padded.subarray(at * SYMBOL_BYTES, (at + 1) * SYMBOL_BYTES),
    );
  }

  /** Source symbols. */
  get k(): number {
    return this.#source.length;
  }

  /** Symbol `index` (0 … 2³² − 1), `SYMBOL_BYTES` of it. Not to be written to. */
  symbol(index: number): Uint8Array {
    const source = this.#source[index];
    if (source) return source;
    const sum = new Uint8Array(SYMBOL_BYTES);
    const factors = coefficients(this.k, index);
    for (let at = 0; at < factors.length; at++) addMultiple(sum, this.#source[at]!, factors[at]!);
    return sum;
  }
}
