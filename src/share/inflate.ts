import { AppError } from '../lib/error.ts';

/*
 * Raw DEFLATE (RFC 1951), decoding only. Our own because a share is hostile input: this one never holds more
 * than `limit` bytes, refuses over- and under-full code tables, knows where the data end and says so when
 * something follows. (fflate 0.8.3 grows its output by doubling, or with a fixed one goes on past its end;
 * both ignore what follows.)
 */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;

const garbled = (): AppError => new AppError('garbled');

/** RFC 1951's tables, for whoever writes the format. */
export const deflateTables = {
  lengthBase: LENGTH_BASE,
  lengthExtra: LENGTH_EXTRA,
  distanceBase: DISTANCE_BASE,
  distanceExtra: DISTANCE_EXTRA,
  order: ORDER,
} as const;

/** A canonical Huffman code: how many codes of each length, and the symbols by code. */
interface Code {
  counts: Uint16Array;
  symbols: Uint16Array;
}

class Bits {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  bit(): number {
    const byte = this.bytes[this.at >> 3];
    if (byte === undefined) throw garbled();
    return (byte >> (this.at++ & 7)) & 1;
  }

  bits(width: number): number {
    let value = 0;
    for (let at = 0; at < width; at++) value |= this.bit() << at;
    return value;
  }

  symbol(code: Code): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      value |= this.bit();
      const count = code.counts[length]!;
      if (value - first < count) return code.symbols[index + value - first]!;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw garbled();
  }
}

/** RFC 1951, 3.2.2. Refuses a code that is over-full, or under-full with more than one symbol. */
function codeOf(lengths: ArrayLike<number>): Code {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (let symbol = 0; symbol < lengths.length; symbol++) counts[lengths[symbol]!]!++;
  counts[0] = 0;
  let left = 1;
  let used = 0;
  for (let length = 1; length <= MAX_BITS; length++) {
    left = left * 2 - counts[length]!;
    used += counts[length]!;
    if (left < 0) throw garbled();
  }
  if (left > 0 && used > 1) throw garbled();
  const next = new Uint16Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length++) next[length + 1] = next[length]! + counts[length]!;
  const symbols = new Uint16Array(used);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length) symbols[next[length]!++] = symbol;
  }
  return { counts, symbols };
}

/** Code lengths of the fixed block: RFC 1951, 3.2.6. */
function fixedCodes(): [Code, Code] {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return [codeOf(lengths), codeOf(new Uint8Array(32).fill(5))];
}

/** The code lengths of both codes in one row, runs included. */
function codeLengths(input: Bits, code: Code, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const symbol = input.symbol(code);
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) throw garbled();
    const value = symbol === 16 ? lengths[at - 1]! : 0;
    const times = symbol === 16 ? 3 + input.bits(2) : symbol === 17 ? 3 + input.bits(3) : 11 + input.bits(7);
    if (at + times > count) throw garbled();
    lengths.fill(value, at, at + times);
    at += times;
  }
  return lengths;
}

/** RFC 1951, 3.2.7. */
function dynamicCodes(input: Bits): [Code, Code] {
  const literals = input.bits(5) + 257;
  const distances = input.bits(5) + 1;
  const used = input.bits(4) + 4;
  if (literals > 286 || distances > 30) throw garbled();
  const orders = new Uint8Array(19);
  for (const symbol of ORDER.slice(0, used)) orders[symbol] = input.bits(3);
  const lengths = codeLengths(input, codeOf(orders), literals + distances);
  if (!lengths[256]) throw garbled();
  return [codeOf(lengths.subarray(0, literals)), codeOf(lengths.subarray(literals))];
}

/** What was decoded, behind the dictionary, in one buffer of fixed size. */
class Output {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  at: number;

  constructor(dictionary: Uint8Array, limit: number) {
    this.bytes = new Uint8Array(dictionary.length + limit);
    this.bytes.set(dictionary);
    this.start = dictionary.length;
    this.at = this.start;
  }

  literal(byte: number): void {
    if (this.at === this.bytes.length) throw garbled();
    this.bytes[this.at++] = byte;
  }

  copy(length: number, distance: number): void {
    const from = this.at - distance;
    if (from < 0 || this.at + length > this.bytes.length) throw garbled();
    // Byte by byte: source and target may overlap, and then repeat.
    for (let at = 0; at < length; at++) this.bytes[this.at + at] = this.bytes[from + at]!;
    this.at += length;
  }
}

function stored(input: Bits, output: Output): void {
  input.at = (input.at + 7) & ~7;
  const length = input.bits(16);
  if ((input.bits(16) ^ length) !== 0xffff) throw garbled();
  for (let at = 0; at < length; at++) output.literal(input.bits(8));
}

function compressed(input: Bits, output: Output, [literals, distances]: [Code, Code]): void {
  for (;;) {
    const symbol = input.symbol(literals);
    if (symbol < 256) {
      output.literal(symbol);
      continue;
    }
    if (symbol === 256) return;
    const length = symbol - 257;
    if (length > 28) throw garbled();
    const count = LENGTH_BASE[length]! + input.bits(LENGTH_EXTRA[length]!);
    const far = input.symbol(distances);
    if (far > 29) throw garbled();
    output.copy(count, DISTANCE_BASE[far]! + input.bits(DISTANCE_EXTRA[far]!));
  }
}

/**
 * Inflates one raw DEFLATE stream that must fill `bytes` to its last byte.
 *
 * @param dictionary what matches may reach back to, as in zlib's preset dictionary (up to 32 KiB)
 * @param limit the most bytes it may give; nothing beyond is ever allocated
 * @throws AppError('garbled') for anything else than exactly one valid stream within the limit
 */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array, limit: number): Uint8Array {
  const input = new Bits(bytes);
  const output = new Output(dictionary, limit);
  let fixed: [Code, Code] | null = null;
  let last = 0;
  while (!last) {
    last = input.bit();
    const type = input.bits(2);
    if (type === 0) stored(input, output);
    else if (type === 1) {
      fixed ??= fixedCodes();
      compressed(input, output, fixed);
    } else if (type === 2) compressed(input, output, dynamicCodes(input));
    else throw garbled();
  }
  while (input.at & 7) if (input.bit()) throw garbled();
  if (input.at !== bytes.length * 8) throw garbled();
  return output.bytes.subarray(output.start, output.at);
}
