import { hide } from '../../../../platform/small-numbers/hide.ts';
import { isSmall, type SuppressionReason } from '../../../../platform/small-numbers/small.ts';
import { WORKFORCE_BOARD_CODES } from '../../../../platform/vocabulary.ts';
import { EMPLOYABILITY_SKILLS, type EmployabilitySkill } from '../../domain/plan-form.ts';
import type { SchoolSums, SkillSum } from './count-gain.ts';

export type GainCell = {
  readonly place: string;
  readonly label: string;
  readonly board: string | null;
  readonly skill: EmployabilitySkill;
  readonly students: number | null;
  readonly meanBaseline: number | null;
  readonly meanFinal: number | null;
  readonly suppressed: SuppressionReason | null;
};

type Place = {
  readonly place: string;
  readonly label: string;
  readonly board: string | null;
  readonly schools: readonly SchoolSums[];
};

/** Means are told to a hundredth of a rating. */
const mean = (sum: number, count: number) => Math.round((sum / count) * 100) / 100;

const studentsOf = ({ schools }: Place) => schools.reduce((sum, each) => sum + each.students, 0);

function sumOf(place: Place, skill: EmployabilitySkill): Omit<SkillSum, 'skill'> {
  const sums = place.schools.flatMap(({ skills }) => skills.filter((each) => each.skill === skill));
  const total = (key: 'students' | 'baseline' | 'final') =>
    sums.reduce((sum, each) => sum + each[key], 0);
  return { students: total('students'), baseline: total('baseline'), final: total('final') };
}

function cellOf(
  place: Place,
  skill: EmployabilitySkill,
  reason: SuppressionReason | null,
): GainCell {
  const { students, baseline, final } = sumOf(place, skill);
  const named = { place: place.place, label: place.label, board: place.board, skill };
  // Old plans do not rate every skill: of a skill that few were rated in, there is no mean either.
  const suppressed = reason ?? (isSmall(students) ? 'SMALL_CELL' : null);
  if (suppressed)
    return { ...named, students: null, meanBaseline: null, meanFinal: null, suppressed };
  const means =
    students === 0
      ? { meanBaseline: null, meanFinal: null }
      : { meanBaseline: mean(baseline, students), meanFinal: mean(final, students) };
  return { ...named, ...means, students: studentsOf(place), suppressed };
}

/** All that may be shown of a year: the state, its boards and their schools are suppressed as one. */
export function publishGain(schools: readonly SchoolSums[]): readonly GainCell[] {
  const ofBoard = (board: string) => schools.filter((each) => each.board === board);
  const boards = WORKFORCE_BOARD_CODES.map((board): Place => {
    return { place: board, label: board, board: null, schools: ofBoard(board) };
  });
  const each = boards.flatMap(({ place: board, schools: own }) =>
    own.map((one): Place => ({ place: one.school, label: one.label, board, schools: [one] })),
  );
  const state: Place = { place: 'STATE', label: 'Massachusetts', board: null, schools };
  const places = [state, ...boards, ...each];
  const indexes = (some: readonly Place[]) => some.map((place) => places.indexOf(place));
  const sums = [
    { total: 0, parts: indexes(boards) },
    ...boards.map((board) => ({
      total: places.indexOf(board),
      parts: indexes(each.filter((school) => school.board === board.place)),
    })),
  ];
  const reasons = hide(
    places.map((place) => ({ count: studentsOf(place) })),
    sums,
  );
  return places.flatMap((place, index) =>
    EMPLOYABILITY_SKILLS.map((skill) => cellOf(place, skill, reasons[index] ?? null)),
  );
}
