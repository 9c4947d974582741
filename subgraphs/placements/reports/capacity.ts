import type { GraphQLResolveInfo } from 'graphql';
import { loaderOfMap } from '../../../platform/loader.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { hide } from '../../../platform/small-numbers/hide.ts';
import {
  CAREER_CLUSTERS,
  CLUSTER_OF_OCCUPATIONS,
  type WorkforceBoardCode,
} from '../../../platform/vocabulary.ts';
import type { Context } from '../context.ts';
import { clusterInWords } from '../domain/cluster-in-words.ts';
import { daysOfFiscalYear } from '../domain/fiscal-year.ts';
import { CAPACITY_DEFINITION } from '../domain/report-definitions.ts';

/** Slots of offers that begin in the year, are open and not over; null for those without a cluster. */
const SLOTS = `
  select board_code::text as board, cluster, sum(slots - filled)::int as open,
         coalesce(sum(slots - filled) filter (where pay <> 'UNPAID'), 0)::int as paid
    from opportunity_ref
   where status = 'OPEN' and board_code = any($1::"WorkforceBoardCode"[])
     and start_date between $2::date and $3::date and end_date >= $4::date
   group by 1, 2`;

/**
 * Students of a board who are in Immersion, or in Exploration and in a grade near it, and have no
 * placement arranged or under way; then those of them with an interest in each cluster.
 */
const READY = `
  with ready as materialized (
    select board_code, interests, count(*) as students
      from (values ('CAREER_IMMERSION', 0), ('CAREER_EXPLORATION', $2::int)) as near (stage, from_grade),
           lateral (select board_code, interests, student_id from student_ref
                     where enrollment_status = 'ENROLLED' and board_code = any($1::"WorkforceBoardCode"[])
                       and current_stage = near.stage and grade >= near.from_grade offset 0) s
     where not exists (select from placement p where p.student_id = s.student_id
                        and p.status in ('PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE'))
     group by 1, 2
  ), meaning as (select * from unnest($3::text[], $4::text[]) as m(occupations, cluster))
  select board_code::text as board, null as cluster, sum(students)::int as students from ready group by 1
  union all
  select board_code::text, c.cluster, sum(students)::int
    from ready, lateral (select distinct m.cluster from meaning m where m.occupations = any(interests)) c
   group by 1, 2`;

type SlotRow = {
  readonly board: string;
  readonly cluster: string | null;
  readonly open: number;
  readonly paid: number;
};
type ReadyRow = {
  readonly board: string;
  readonly cluster: string | null;
  readonly students: number;
};

export type ClusterCapacity = {
  readonly cluster: string;
  readonly openSlots: number;
  readonly interestedStudents: number | null;
  readonly suppressed: boolean;
};
export type Capacity = {
  readonly openSlots: number;
  readonly paidSlots: number;
  readonly studentsReadyForImmersion: number | null;
  readonly unmetDemand: number | null;
  readonly byCluster: readonly ClusterCapacity[];
};

/** Who is interested in a cluster is among who is ready, and so are those who are not. */
function shownOf(ready: number, interested: readonly number[]): readonly boolean[] {
  const cells = [ready, ...interested].map((count) => ({ count }));
  const sums = interested.map((_, index) => ({ total: 0, parts: [index + 1], rest: true }));
  return hide(cells, sums).map((reason) => reason === null);
}

function capacityOf(slots: readonly SlotRow[], students: readonly ReadyRow[]): Capacity {
  const readyFor = (cluster: string | null) =>
    students.find((row) => row.cluster === cluster)?.students ?? 0;
  const ready = readyFor(null);
  const interested = CAREER_CLUSTERS.map(readyFor);
  const [readyIsShown, ...shown] = shownOf(ready, interested);
  const openSlots = slots.reduce((sum, { open }) => sum + open, 0);
  return {
    openSlots,
    paidSlots: slots.reduce((sum, { paid }) => sum + paid, 0),
    studentsReadyForImmersion: readyIsShown ? ready : null,
    unmetDemand: readyIsShown ? Math.max(0, ready - openSlots) : null,
    byCluster: CAREER_CLUSTERS.map((cluster, index) => ({
      cluster: clusterInWords(cluster),
      openSlots: slots.find((row) => row.cluster === cluster)?.open ?? 0,
      interestedStudents: shown[index] ? (interested[index] ?? 0) : null,
      suppressed: !shown[index],
    })),
  };
}

/** The capacity of many boards in two statements. */
async function capacityOfBoards(
  { db, now }: Context,
  fiscalYear: number,
  boards: readonly string[],
): Promise<ReadonlyMap<string, Capacity>> {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const [slots, students] = await Promise.all([
    db.$queryRawUnsafe<SlotRow[]>(SLOTS, [...boards], first, last, dayInMassachusetts(now)),
    db.$queryRawUnsafe<ReadyRow[]>(
      READY,
      [...boards],
      CAPACITY_DEFINITION.explorationReadyFromGrade,
      Object.keys(CLUSTER_OF_OCCUPATIONS),
      Object.values(CLUSTER_OF_OCCUPATIONS),
    ),
  ]);
  const of = <Row extends { readonly board: string }>(rows: readonly Row[], board: string) =>
    rows.filter((row) => row.board === board);
  return new Map(boards.map((board) => [board, capacityOf(of(slots, board), of(students, board))]));
}

const NONE = capacityOf([], []);

/** Open slots of a year against the students who are ready now; boards of one list share the statements. */
export const capacityVsDemand = (
  context: Context,
  info: GraphQLResolveInfo,
  board: WorkforceBoardCode,
  fiscalYear: number,
): Promise<Capacity> =>
  context
    .loader(info, () =>
      loaderOfMap((boards) => capacityOfBoards(context, fiscalYear, boards), NONE),
    )
    .load(board);
