type Fraction = { readonly numerator: number | null; readonly denominator: number | null };

/** A percentage to one decimal; null where a number is withheld or there is nobody. */
export function percentOf({ numerator, denominator }: Fraction): number | null {
  if (numerator === null || !denominator) return null;
  return Math.round((numerator / denominator) * 1_000) / 10;
}
