/** Numbers by chance that are the same for the same seed. */
export type Random = {
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  /** The same, but small ones are as likely as large ones: 1 to 10 like 100 to 1,000. */
  size(min: number, max: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
};

/** The generator that is called mulberry32: 32 bits of state, and good enough for tests. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    int,
    size: (min, max) => Math.round(min * (max / min) ** next()),
    pick: (values) => values[int(0, values.length - 1)] ?? values[0],
  };
}
