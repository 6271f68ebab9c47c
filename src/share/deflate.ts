import { deflateTables } from './inflate.ts';

const { lengthBase, lengthExtra, distanceBase, distanceExtra, order } = deflateTables;
const MIN_MATCH = 3;
const MAX_MATCH = 258;
const WINDOW = 32_768;
const END = 256;

/** Code lengths (1–15 bits, 0 = no code) of a dynamic block: 286 literals and lengths, 30 distances. */
export interface BlockTables {
  readonly literals: readonly number[];
  readonly distances: readonly number[];
}

/** Writes bits, least significant first, as RFC 1951 does. */
class Bits {
  #bytes: number[] = [];
  #at = 0;

  get length(): number {
    return this.#at;
  }

  bits(value: number, width: number): void {
    for (let at = 0; at < width; at++, this.#at++) {
      if ((this.#at & 7) === 0) this.#bytes.push(0);
      if ((value >> at) & 1) this.#bytes[this.#at >> 3]! |= 1 << (this.#at & 7);
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** The canonical Huffman codes of these lengths, bits already in sending order. */
function codesOf(lengths: readonly number[]): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length) next[length + 1]!++;
  for (let length = 1, code = 0; length <= 16; length++) {
    code = (code + next[length]!) << 1;
    next[length] = code;
  }
  return Uint16Array.from(lengths, length => {
    let code = length ? next[length]!++ : 0;
    let turned = 0;
    for (let at = 0; at < length; at++, code >>= 1) turned = (turned << 1) | (code & 1);
    return turned;
  });
}

/** For each value up to `max`, the last index whose base is not over it. */
function indexOf(base: readonly number[], max: number): Uint8Array {
  const index = new Uint8Array(max + 1);
  for (let value = 1, at = 0; value <= max; value++) {
    while (at + 1 < base.length && base[at + 1]! <= value) at++;
    index[value] = at;
  }
  return index;
}

const lengthIndex = /* @__PURE__ */ indexOf(lengthBase, MAX_MATCH);
const distanceIndex = /* @__PURE__ */ indexOf(distanceBase, WINDOW);

/** One step of a parse: a literal (`distance` 0) or a copy. */
export interface Step {
  length: number;
  distance: number;
  literal: number;
}

/**
 * Symbols a step is written with; distance −1 for a literal.
 * @public for scripts/make-dictionary.mjs
 */
export const symbolsOf = (step: Step): { literal: number; distance: number } =>
  step.distance === 0
    ? { literal: step.literal, distance: -1 }
    : { literal: 257 + lengthIndex[step.length]!, distance: distanceIndex[step.distance]! };

const hash = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! << 10) ^ (bytes[at + 1]! << 5) ^ bytes[at + 2]!) & 0xffff;

/** Where three bytes were seen before, nearest first: in the text, then in the dictionary. */
class Places {
  readonly #head: Int32Array;
  readonly #previous: Int32Array;
  readonly #all: Uint8Array;
  readonly #recent = new Map<number, number>();
  readonly #before: Int32Array;

  /** `head` and `previous` index a dictionary that leads `all`. */
  constructor(head: Int32Array, previous: Int32Array, all: Uint8Array) {
    this.#head = head;
    this.#previous = previous;
    this.#all = all;
    this.#before = new Int32Array(all.length - previous.length + MIN_MATCH);
  }

  first(at: number): number {
    if (at + MIN_MATCH > this.#all.length) return -1;
    const key = hash(this.#all, at);
    return this.#recent.get(key) ?? this.#head[key]!;
  }

  next(place: number): number {
    const recent = place - this.#previous.length + MIN_MATCH - 1;
    return recent < 0 ? this.#previous[place]! : this.#before[recent]!;
  }

  add(place: number): void {
    const recent = place - this.#previous.length + MIN_MATCH - 1;
    this.#before[recent] = this.first(place);
    if (place + MIN_MATCH <= this.#all.length) this.#recent.set(hash(this.#all, place), place);
  }
}

/**
 * A packer for texts of a few kilobytes that all share one preset dictionary and one pair of code tables.
 * Because the tables are known beforehand, the cost of every parse is known exactly, and the cheapest one is
 * found by dynamic programming. Any raw inflater reads the result behind `header`.
 */
export class Packer {
  readonly #dictionary: Uint8Array;
  readonly #tables: BlockTables;
  readonly #head = new Int32Array(65_536).fill(-1);
  readonly #previous: Int32Array;
  readonly #prices = new Float64Array(MAX_MATCH + 1);

  constructor(dictionary: Uint8Array, tables: BlockTables) {
    this.#dictionary = dictionary;
    this.#tables = tables;
    this.#previous = new Int32Array(dictionary.length);
    for (let at = 0; at + MIN_MATCH <= dictionary.length; at++) {
      const key = hash(dictionary, at);
      this.#previous[at] = this.#head[key]!;
      this.#head[key] = at;
    }
  }

  /** The cheapest parse of `text`. At most `depth` places are tried for each byte. */
  parse(text: Uint8Array, depth = 512): Step[] {
    const start = this.#dictionary.length;
    const all = new Uint8Array(start + text.length);
    all.set(this.#dictionary);
    all.set(text, start);
    const plan: Plan = {
      cost: new Float64Array(text.length + 1).fill(Number.POSITIVE_INFINITY),
      length: new Uint16Array(text.length + 1),
      distance: new Uint16Array(text.length + 1),
    };
    plan.cost[0] = 0;
    const places = new Places(this.#head, this.#previous, all);
    // The dictionary's last two bytes begin matches that go on in the text.
    for (let at = Math.max(0, start - MIN_MATCH + 1); at < start; at++) places.add(at);
    for (let at = start; at < all.length; at++) {
      offer(plan, at - start, 1, 0, this.#tables.literals[all[at]!]!);
      this.#offerCopies(all, at, places, depth, plan);
      places.add(at);
    }
    return trace(plan, text);
  }

  /** Offers every copy that begins at `at`: each length at the lowest price that any place has it for. */
  #offerCopies(all: Uint8Array, at: number, places: Places, depth: number, plan: Plan): void {
    const { literals, distances } = this.#tables;
    const most = Math.min(MAX_MATCH, all.length - at);
    // Price of the place, by length. A place that has a length has all shorter ones too, so prices only rise.
    const prices = this.#prices.fill(Number.POSITIVE_INFINITY);
    let longest = MIN_MATCH - 1;
    let from = places.first(at);
    for (
      let tries = 0;
      from >= 0 && at - from <= WINDOW && tries < depth;
      tries++, from = places.next(from)
    ) {
      const far = distanceIndex[at - from]!;
      const price = distances[far]! + distanceExtra[far]!;
      // Neither longer nor cheaper than what there is.
      if (price >= prices[longest]! && all[from + longest] !== all[at + longest]) continue;
      let length = 0;
      while (length < most && all[from + length] === all[at + length]) length++;
      if (length > longest) longest = length;
      for (let l = length; l >= MIN_MATCH && price < prices[l]!; l--) {
        prices[l] = price;
        const symbol = lengthIndex[l]!;
        const bits = price + literals[257 + symbol]! + lengthExtra[symbol]!;
        offer(plan, at - this.#dictionary.length, l, at - from, bits);
      }
    }
  }

  /** The bits of `text` under the tables, its end mark included, without any block header. */
  pack(text: Uint8Array): Uint8Array<ArrayBuffer> {
    const { literals, distances } = this.#tables;
    const literalCodes = codesOf(literals);
    const distanceCodes = codesOf(distances);
    const out = new Bits();
    for (const step of this.parse(text)) {
      const { literal, distance } = symbolsOf(step);
      out.bits(literalCodes[literal]!, literals[literal]!);
      if (distance < 0) continue;
      out.bits(step.length - lengthBase[literal - 257]!, lengthExtra[literal - 257]!);
      out.bits(distanceCodes[distance]!, distances[distance]!);
      out.bits(step.distance - distanceBase[distance]!, distanceExtra[distance]!);
    }
    out.bits(literalCodes[END]!, literals[END]!);
    return out.bytes();
  }
}

/** For each place of a text: the cheapest way to it, and the step that ends there. */
interface Plan {
  cost: Float64Array;
  length: Uint16Array;
  distance: Uint16Array;
}

function offer(plan: Plan, from: number, length: number, distance: number, bits: number): void {
  const to = from + length;
  const cost = plan.cost[from]! + bits;
  if (cost >= plan.cost[to]!) return;
  plan.cost[to] = cost;
  plan.length[to] = length;
  plan.distance[to] = distance;
}

function trace({ length, distance }: Plan, text: Uint8Array): Step[] {
  const path: Step[] = [];
  for (let at = text.length; at > 0; at -= length[at]!)
    path.push({ length: length[at]!, distance: distance[at]!, literal: text[at - 1]! });
  return path.reverse();
}

/**
 * The header of a last dynamic block with these tables, ending on a whole byte, so that the bits of a text can
 * follow it. Frozen with a dictionary, it costs a share nothing.
 */
export function header(tables: BlockTables): Uint8Array<ArrayBuffer> {
  const lengths = [...tables.literals, ...tables.distances];
  // All nineteen code-length codes get 5 bits or 4: plain, but any complete code will do, it is never sent.
  const codeLengths = Array.from({ length: 19 }, (_, symbol) => (symbol < 13 ? 4 : 5));
  const codes = codesOf(codeLengths);
  const body = new Bits();
  body.bits(0b101, 3);
  body.bits(tables.literals.length - 257, 5);
  body.bits(tables.distances.length - 1, 5);
  body.bits(15, 4);
  for (const symbol of order) body.bits(codeLengths[symbol]!, 3);
  for (const length of lengths) body.bits(codes[length]!, codeLengths[length]!);
  return aligned(body);
}

/** Puts empty fixed blocks (10 bits each) before a block so that it ends on a whole byte. */
function aligned(body: Bits): Uint8Array<ArrayBuffer> {
  const out = new Bits();
  for (let tries = 0; (out.length + body.length) % 8 !== 0; tries++) {
    if (tries === 4) throw new RangeError('header of an odd number of bits');
    out.bits(0b010, 3);
    out.bits(0, 7);
  }
  const bytes = body.bytes();
  for (let at = 0; at < body.length; at++) out.bits((bytes[at >> 3]! >> (at & 7)) & 1, 1);
  return out.bytes();
}
