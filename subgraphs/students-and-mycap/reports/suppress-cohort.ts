import { hide } from '../../../platform/small-numbers/hide.ts';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import type { Cell, Sum } from '../../../platform/small-numbers/system.ts';
import { CAREER_STAGES, type StudentGroup } from '../../../platform/vocabulary.ts';
import { ALL_GRADES, type Cohort, type Place } from './cohort-places.ts';
import type { Reached } from './count-cohort.ts';

const STAGES = [...CAREER_STAGES.keys()];

export const gradeId = (place: string, grade: number): string => `${place} ${grade}`;
export const groupId = (place: string, group: StudentGroup): string => `${place} ${group}`;
const othersId = (place: string, group: StudentGroup) => `${place} not ${group}`;

function createSheet() {
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  /** Where the first stage of each row stands; the other stages follow. */
  const rows = new Map<string, number>();
  const add = (cell: Cell) => cells.push(cell) - 1;
  const rest = (total: number, part: number) => sums.push({ total, parts: [part], rest: true });
  return {
    cells,
    sums,
    rows,
    /**
     * A row of those who reached each stage. Between two stages, and between a stage and all, are
     * people too. How many there are in all is known from elsewhere, where it is not small itself.
     */
    put(id: string, { students, reached }: Reached, together?: string): void {
      const stages = reached.map((count, stage) =>
        add({ count, together: together && `${together} ${stage}` }),
      );
      rows.set(id, stages[0] ?? 0);
      const all = isSmall(students) ? [] : [add({ count: students, known: true })];
      const nested = [...all, ...stages];
      for (const [at, total] of nested.entries())
        for (const part of nested.slice(at + 1)) rest(total, part);
    },
    /** At every stage, the parts add up to the total. Parts that no row was put for have nobody. */
    addsUp(total: string, parts: readonly string[]): void {
      const first = rows.get(total);
      const firsts = parts.flatMap((part) => rows.get(part) ?? []);
      if (first === undefined || firsts.length === 0) return;
      for (const stage of STAGES)
        sums.push({ total: first + stage, parts: firsts.map((part) => part + stage) });
    },
  };
}

function putPlaces(sheet: ReturnType<typeof createSheet>, places: readonly Place[]): void {
  for (const { id, grades } of places)
    for (const [grade, reached] of grades) sheet.put(gradeId(id, grade), reached);
  for (const { id, parts, grades } of places) {
    const [, ...single] = grades.keys();
    sheet.addsUp(
      gradeId(id, ALL_GRADES),
      single.map((grade) => gradeId(id, grade)),
    );
    for (const grade of grades.keys())
      sheet.addsUp(
        gradeId(id, grade),
        parts.map((part) => gradeId(part, grade)),
      );
  }
}

function putGroups(sheet: ReturnType<typeof createSheet>, { places, groups }: Cohort): void {
  for (const { place, group, inside, outside } of groups) {
    const id = groupId(place, group);
    // A rate is compared: both counts are shown, or none.
    sheet.put(id, inside, id);
    sheet.put(othersId(place, group), outside, id);
    sheet.addsUp(gradeId(place, ALL_GRADES), [id, othersId(place, group)]);
  }
  const [state] = places;
  for (const { place, group } of groups) {
    if (place !== state?.id) continue;
    sheet.addsUp(
      groupId(place, group),
      state.parts.map((part) => groupId(part, group)),
    );
    sheet.addsUp(
      othersId(place, group),
      state.parts.map((part) => othersId(part, group)),
    );
  }
}

/** Decides what is shown of a cohort: funnels and gaps of all places together. Answers of a row and a stage. */
export function suppressCohort(cohort: Cohort): (row: string, stage: number) => boolean {
  const sheet = createSheet();
  putPlaces(sheet, cohort.places);
  putGroups(sheet, cohort);
  const reasons = hide(sheet.cells, sheet.sums);
  return (row, stage) => {
    const first = sheet.rows.get(row);
    return first !== undefined && reasons[first + stage] !== null;
  };
}
