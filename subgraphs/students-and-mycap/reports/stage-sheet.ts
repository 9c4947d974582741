import { hideApart } from '../../../platform/small-numbers/hide-apart.ts';
import type { Cell, Sum } from '../../../platform/small-numbers/system.ts';
import { CAREER_STAGES } from '../../../platform/vocabulary.ts';

export const STAGES = [...CAREER_STAGES.keys()];

type Row = {
  readonly reached: readonly number[];
  /** How many there are in all, where readers know it. */
  readonly of?: number | undefined;
  /** Rows of one name are shown or hidden together, stage by stage. */
  readonly together?: string | undefined;
  /** The stages at which nothing is shown, whatever it is. */
  readonly unpublished?: ((stage: number) => boolean) | undefined;
};

/** Rows of those who reached each stage, and how they add up. */
export function createStageSheet() {
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  /** Where the first stage of each row stands; the other stages follow. */
  const rows = new Map<string, number>();
  return {
    /** Who stands between two stages, or between a stage and all, are people too. */
    put(id: string, { reached, of, together, unpublished }: Row): void {
      const stages = reached.map((count, stage) => {
        const name = together && `${together} ${stage}`;
        return cells.push({ count, together: name, unpublished: unpublished?.(stage) }) - 1;
      });
      rows.set(id, stages[0] ?? 0);
      const all = of === undefined ? [] : [cells.push({ count: of, known: true }) - 1];
      const nested = [...all, ...stages];
      for (const [at, total] of nested.entries())
        for (const part of nested.slice(at + 1)) sums.push({ total, parts: [part], rest: true });
    },
    /** The parts add up to the total. Parts that no row was put for have nobody, nor has a total without parts. */
    addsUp(total: string, parts: readonly string[]): void {
      const first = rows.get(total);
      const firsts = parts.flatMap((part) => rows.get(part) ?? []);
      if (first === undefined) return;
      for (const stage of STAGES)
        sums.push({ total: first + stage, parts: firsts.map((part) => part + stage) });
    },
    /** At a stage, rows add up to what readers are taken to know. */
    addsUpTo(known: number, parts: readonly string[], stage: number): void {
      const total = cells.push({ count: known, known: true }) - 1;
      sums.push({ total, parts: parts.flatMap((part) => (rows.get(part) ?? 0) + stage) });
    },
    /** Whether a row is hidden at a stage. */
    async suppress(): Promise<(row: string, stage: number) => boolean> {
      const reasons = await hideApart(cells, sums);
      return (row, stage) => {
        const first = rows.get(row);
        return first !== undefined && reasons[first + stage] !== null;
      };
    },
  };
}
