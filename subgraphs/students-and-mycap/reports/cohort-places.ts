import {
  CAREER_STAGES,
  STUDENT_GROUPS,
  type StudentGroup,
  WORKFORCE_BOARD_CODES,
} from '../../../platform/vocabulary.ts';
import type { CountedCohort, Reached } from './count-cohort.ts';

/** All grades together, where a grade is asked for. */
export const ALL_GRADES = 0;

/** A place with its students by grade, {@link ALL_GRADES} first. */
export type Place = {
  readonly id: string;
  readonly parts: readonly string[];
  readonly grades: ReadonlyMap<number, Reached>;
};
/** A group of a place, and all its other students. */
export type GroupOfPlace = {
  readonly place: string;
  readonly group: StudentGroup;
  readonly inside: Reached;
  readonly outside: Reached;
};
export type Cohort = {
  readonly places: readonly Place[];
  readonly groups: readonly GroupOfPlace[];
};

const STATE = 'STATE';

export const addUp = (all: readonly Reached[]): Reached => ({
  students: all.reduce((sum, { students }) => sum + students, 0),
  reached: CAREER_STAGES.map((_, at) =>
    all.reduce((sum, { reached }) => sum + (reached[at] ?? 0), 0),
  ),
});

const others = (all: Reached, some: Reached): Reached => ({
  students: all.students - some.students,
  reached: all.reached.map((count, at) => count - (some.reached[at] ?? 0)),
});

function byGrade(counted: CountedCohort['grades']): ReadonlyMap<number, Reached> {
  const grades = [...new Set(counted.map(({ grade }) => grade))].sort((a, b) => a - b);
  const inGrade = (grade: number) => addUp(counted.filter((each) => each.grade === grade));
  return new Map([
    [ALL_GRADES, addUp(counted)],
    ...grades.map((grade) => [grade, inGrade(grade)] as const),
  ]);
}

function groupedBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string) {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const known = groups.get(keyOf(thing));
    if (known) known.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** The state, the regions and the schools of a cohort, in this order; and the groups of the first two. */
export function cohortOf({ grades, groups, schools }: CountedCohort): Cohort {
  const boardOf = new Map(schools.map(({ code, board }) => [code, board]));
  const schoolsIn = groupedBy(schools, ({ board }) => board);
  const ofSchool = groupedBy(grades, ({ school }) => school);
  const ofBoard = groupedBy(grades, ({ school }) => boardOf.get(school) ?? '');
  const state: Place = { id: STATE, parts: WORKFORCE_BOARD_CODES, grades: byGrade(grades) };
  const boards = WORKFORCE_BOARD_CODES.map((id): Place => {
    const parts = (schoolsIn.get(id) ?? []).map(({ code }) => code);
    return { id, parts, grades: byGrade(ofBoard.get(id) ?? []) };
  });
  const leaves = schools.map(
    ({ code }): Place => ({ id: code, parts: [], grades: byGrade(ofSchool.get(code) ?? []) }),
  );

  const groupsOf = (place: Place): GroupOfPlace[] => {
    const all = place.grades.get(ALL_GRADES) ?? addUp([]);
    const here =
      place.id === STATE ? groups : groups.filter(({ school }) => boardOf.get(school) === place.id);
    return STUDENT_GROUPS.map((group) => {
      const inside = addUp(here.filter((counted) => counted.group === group));
      return { place: place.id, group, inside, outside: others(all, inside) };
    });
  };
  return { places: [state, ...boards, ...leaves], groups: [state, ...boards].flatMap(groupsOf) };
}
