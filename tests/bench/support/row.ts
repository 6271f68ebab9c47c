/** One measured figure. `bar` is what it has to keep, null where it is there to look at only. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  bar: number | null;
  holds: boolean | null;
  /** What others reach, in words. */
  peers?: string;
}

/** What each tests/bench/*.ts offers: `*.node.ts` runs in Node, all others in the browser. */
export interface Bench {
  run(): Promise<Row[]>;
}

/** A figure that may be at most `bar`. */
export const atMost = (name: string, value: number, unit: string, bar: number, peers?: string): Row => ({
  name,
  value,
  unit,
  bar,
  holds: value <= bar,
  ...(peers === undefined ? {} : { peers }),
});

/** A figure that must be at least `bar`. */
export const atLeast = (name: string, value: number, unit: string, bar: number, peers?: string): Row => ({
  ...atMost(name, value, unit, bar, peers),
  holds: value >= bar,
});

/** The middle one. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
