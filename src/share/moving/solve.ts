import { coefficients, SYMBOL_BYTES } from './fountain.ts';
import { addMultiple, LANES, Multiples, scale } from './gf256.ts';

/** What one symbol says about source symbols that did not come themselves. */
export interface Equation {
  readonly index: number;
  readonly symbol: Uint8Array;
  /** What is left of its coefficients, by column, once the equations before it are taken out: 1 at the pivot. */
  readonly row: Uint8Array;
  /** The column that it is solved for: the first one that is open to it. */
  readonly pivot: number;
  /** What made the pivot 1. */
  readonly scale: number;
  /** With what each equation before it, as it was before its own scaling, was taken out. */
  readonly factors: Uint8Array;
}

/** Words of four bytes that a symbol is worked on as; the last is filled up with zeros. */
const WORDS = Math.ceil(SYMBOL_BYTES / 4);

/** Rows that one pass adds where factors are whole bytes: each takes two lanes. */
const BLOCK = LANES / 2;

/** Symbols by row, and what is added from row to row. */
class Rows {
  readonly #bytes: Uint8Array;
  readonly #multiples: Multiples;
  readonly #nibbles = new Uint8Array(LANES);

  constructor(symbols: readonly Uint8Array[]) {
    const words = new Int32Array(symbols.length * WORDS);
    this.#bytes = new Uint8Array(words.buffer);
    for (let at = 0; at < symbols.length; at++) this.#bytes.set(symbols[at]!, at * WORDS * 4);
    this.#multiples = new Multiples(words, WORDS);
  }

  /** A symbol, as it is now and will be. */
  symbol(row: number): Uint8Array {
    return this.#bytes.subarray(row * WORDS * 4, row * WORDS * 4 + SYMBOL_BYTES);
  }

  /** Adds `LANES` rows from `first` on (or as many as there are) to the rows that have factors, which are nibbles. */
  addNibbles(first: number, columns: readonly number[], factors: readonly Uint8Array[]): void {
    const nibbles = this.#nibbles.fill(0);
    for (const lane of columns.keys()) this.#multiples.takeLow(lane, first + lane);
    for (let row = 0; row < factors.length; row++) {
      const by = factors[row]!;
      for (let lane = 0; lane < columns.length; lane++) nibbles[lane] = by[columns[lane]!]!;
      this.#multiples.addTo(row, nibbles);
    }
  }

  /** Takes rows in this order: each one, once all before it were added to it, is added to all that follow. */
  substitute(order: readonly number[], columns: readonly number[], factors: readonly Uint8Array[]): void {
    for (let start = 0; start < order.length; start += BLOCK) {
      const block = order.slice(start, start + BLOCK);
      for (const [at, to] of block.entries())
        for (const row of block.slice(0, at))
          addMultiple(this.symbol(to), this.symbol(row), factors[to]![columns[row]!]!);
      this.#addBytes(block, order, start + BLOCK, columns, factors);
    }
  }

  #addBytes(
    block: readonly number[],
    order: readonly number[],
    start: number,
    columns: readonly number[],
    factors: readonly Uint8Array[],
  ): void {
    const nibbles = this.#nibbles.fill(0);
    for (const [at, row] of block.entries()) {
      this.#multiples.takeLow(at * 2, row);
      this.#multiples.takeHigh(at * 2 + 1);
    }
    const of = block.map(row => columns[row]!);
    for (let next = start; next < order.length; next++) {
      const by = factors[order[next]!]!;
      for (let at = 0; at < of.length; at++) {
        const factor = by[of[at]!]!;
        nibbles[at * 2] = factor & 15;
        nibbles[at * 2 + 1] = factor >>> 4;
      }
      this.#multiples.addTo(order[next]!, nibbles);
    }
  }
}

/**
 * Solves as many independent equations as there are source symbols that did not come: what the known ones put into
 * each is taken out, then what is left goes the very steps that its coefficients went (an LU decomposition).
 * Gives the source symbol of each equation's pivot.
 */
export function solve(
  k: number,
  known: ReadonlyMap<number, Uint8Array>,
  equations: readonly Equation[],
): readonly Uint8Array[] {
  const count = equations.length;
  const order = [...equations.keys()];
  const rows = new Rows([...equations.map(({ symbol }) => symbol), ...known.values()]);
  const whole = equations.map(({ index }) => (index < k ? new Uint8Array(k) : coefficients(k, index)));
  const indices = [...known.keys()];
  for (let at = 0; at < indices.length; at += LANES)
    rows.addNibbles(count + at, indices.slice(at, at + LANES), whole);
  rows.substitute(
    order,
    order,
    equations.map(({ factors }) => factors),
  );
  for (const at of order) scale(rows.symbol(at), equations[at]!.scale);
  rows.substitute(
    [...order].reverse(),
    equations.map(({ pivot }) => pivot),
    equations.map(({ row }) => row),
  );
  return order.map(row => rows.symbol(row));
}
