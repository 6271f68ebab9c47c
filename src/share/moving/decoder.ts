import { coefficients, SYMBOL_BYTES } from './fountain.ts';
import { addMultiple, inverse, multiply, scale } from './gf256.ts';
import { type Equation, solve } from './solve.ts';

/**
 * Finds `k` source symbols from symbols in any order. Coefficients are eliminated as symbols come, so that what is
 * still needed is known exactly; the symbols' own bytes are worked on once, at the end, and only for what did not
 * come as it is. Memory grows with the symbols that came and were new, `k` at most.
 */
export class Decoder {
  readonly #k: number;
  readonly #known = new Map<number, Uint8Array>();
  readonly #equations: Equation[] = [];
  /** Source symbols that were not known when the first equation came: the columns of all equations. */
  #columns: readonly number[] = [];
  /** Columns that no equation is solved for and whose source symbol is not known. */
  readonly #free = new Set<number>();

  constructor(k: number) {
    this.#k = k;
  }

  /** Independent symbols that came: the rank. Everything is known once it is `k`. */
  get have(): number {
    return this.#known.size + this.#equations.length;
  }

  /** Takes a symbol, and keeps it if it is new; false for a combination of those that came before. */
  add(index: number, symbol: Uint8Array): boolean {
    if (this.have === this.#k || this.#known.has(index)) return false;
    if (index >= this.#k) return this.#eliminate(index, symbol, coefficients(this.#k, index));
    const column = this.#columns.indexOf(index);
    if (column < 0 || this.#free.delete(column)) {
      this.#known.set(index, symbol);
      return true;
    }
    // An equation is solved for it already, so it is one more equation.
    const unit = new Uint8Array(this.#k);
    unit[index] = 1;
    return this.#eliminate(index, symbol, unit);
  }

  #eliminate(index: number, symbol: Uint8Array, all: Uint8Array): boolean {
    if (this.#equations.length === 0) this.#open();
    const row = new Uint8Array(this.#columns.length);
    for (let column = 0; column < row.length; column++) row[column] = all[this.#columns[column]!]!;
    const factors = new Uint8Array(this.#equations.length);
    for (let at = 0; at < factors.length; at++) {
      const before = this.#equations[at]!;
      const factor = row[before.pivot]!;
      // In front of a pivot there is nothing but other equations' pivots, which are 0, and what came by itself since.
      if (factor !== 0) addMultiple(row, before.row, factor, before.pivot);
      factors[at] = multiply(factor, before.scale);
    }
    const pivot = row.findIndex((value, column) => value !== 0 && this.#free.has(column));
    if (pivot < 0) return false;
    const toOne = inverse(row[pivot]!);
    scale(row, toOne);
    this.#free.delete(pivot);
    this.#equations.push({ index, symbol, row, pivot, scale: toOne, factors });
    return true;
  }

  #open(): void {
    this.#columns = Array.from({ length: this.#k }, (_, index) => index).filter(
      index => !this.#known.has(index),
    );
    for (const column of this.#columns.keys()) this.#free.add(column);
  }

  /** All source symbols, one after the other; null while some are missing. */
  source(): Uint8Array<ArrayBuffer> | null {
    if (this.have < this.#k) return null;
    const all = new Uint8Array(this.#k * SYMBOL_BYTES);
    for (const [index, symbol] of this.#known) all.set(symbol, index * SYMBOL_BYTES);
    const solved = solve(this.#k, this.#known, this.#equations);
    for (const [at, { pivot }] of this.#equations.entries())
      all.set(solved[at]!, this.#columns[pivot]! * SYMBOL_BYTES);
    return all;
  }
}
