import { at } from './random.ts';

/** Splits `total` by weight into whole numbers that sum to it (largest remainders). */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const missing = total - counts.reduce((left, right) => left + right, 0);
  exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      counts[index] = at(counts, index) + 1;
    });
  return counts;
}

/** As {@link allocate}, with at least `minimums[i]` for each. */
export function allocateAtLeast(
  total: number,
  weights: readonly number[],
  minimums: readonly number[],
): number[] {
  const counts = allocate(total, weights);
  for (const [index, minimum] of minimums.entries()) {
    while (at(counts, index) < minimum) {
      const giver = indexOfMostSpare(counts, minimums);
      counts[giver] = at(counts, giver) - 1;
      counts[index] = at(counts, index) + 1;
    }
  }
  return counts;
}

function indexOfMostSpare(counts: readonly number[], minimums: readonly number[]): number {
  const spare = counts.map((count, index) => count - at(minimums, index));
  return spare.indexOf(Math.max(...spare));
}
