import { hideApart } from '../../../../platform/small-numbers/hide-apart.ts';
import type { SuppressionReason } from '../../../../platform/small-numbers/small.ts';
import type { Cell, Sum } from '../../../../platform/small-numbers/system.ts';

/** Graduated concentrators, and those of them who took part. */
export type Tally = { readonly tookPart: number; readonly graduated: number };

export const addUp = (tallies: readonly Tally[]): Tally => ({
  tookPart: tallies.reduce((sum, { tookPart }) => sum + tookPart, 0),
  graduated: tallies.reduce((sum, { graduated }) => sum + graduated, 0),
});

/**
 * All tallies of a year and how they add up. Those who took part and those who did not are two
 * tables of one shape: a tally is shown where both its counts can be.
 */
export function createSheet() {
  const tookPart: Cell[] = [];
  const didNot: Cell[] = [];
  const sums: Sum[] = [];
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`There is no tally "${id}".`);
    return place;
  };
  return {
    put(id: string, tally: Tally, unpublished = false): void {
      places.set(id, tookPart.length);
      tookPart.push({ count: tally.tookPart, together: id, unpublished });
      didNot.push({ count: tally.graduated - tally.tookPart, together: id, unpublished });
    },
    /** A total without parts is known to be nobody. */
    addsUp(total: string, parts: readonly string[]): void {
      sums.push({ total: placeOf(total), parts: parts.map(placeOf) });
    },
    /** Why each tally is not shown; null where it is. */
    async suppress(): Promise<(id: string) => SuppressionReason | null> {
      const offset = tookPart.length;
      const others = sums.map(({ total, parts }) => ({
        total: total + offset,
        parts: parts.map((part) => part + offset),
      }));
      const reasons = await hideApart([...tookPart, ...didNot], [...sums, ...others]);
      return (id) => reasons[placeOf(id)] ?? null;
    },
  };
}
export type Sheet = ReturnType<typeof createSheet>;
