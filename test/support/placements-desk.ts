import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import type { Role } from '../../platform/vocabulary.ts';
import { actorsNear } from './actors.ts';
import {
  makeApproval,
  makeOpportunityRef,
  makeSiteRef,
  makeStudentRef,
} from './make-placement-refs.ts';
import { makePlacement, makeWblPlan } from './make-placements.ts';
import type { SubgraphUnderTest } from './subgraph-under-test.ts';

type Columns = Readonly<Record<string, unknown>>;
type Given = {
  readonly student?: Columns;
  readonly site?: Columns;
  readonly opportunity?: Columns;
};

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const documentOf = (mutation: string) =>
  `mutation ($input: ${capital(mutation)}Input!, $key: String) {
    ${mutation}(input: $input, idempotencyKey: $key) {
      placementId placement { id status version }
    }
  }`;

type Payload = { readonly placementId?: string } | null | undefined;
export type Moved = SubgraphResponse & { readonly id: string };

/** The rule that each error names, or its code where it names none. */
export const refusalsOf = ({ errors = [] }: Pick<SubgraphResponse, 'errors'>) =>
  errors.map(({ extensions }) => extensions?.rule ?? extensions?.code);

/** A student, a site and its opportunity, with everybody who has a say in placing the one at the other. */
export async function openDesk(graph: SubgraphUnderTest, given: Given = {}) {
  const { database } = graph;
  const goal = randomUUID();
  const student = await makeStudentRef(database, { goal_ids: [goal], ...given.student });
  const site = await makeSiteRef(database, given.site);
  const opportunity = await makeOpportunityRef(database, { site_id: site, ...given.opportunity });
  const near = { student, school: '90350010', district: '90350000', board: 'BOSTON' } as const;
  const actors: Readonly<Record<Role, Actor>> = {
    ...actorsNear(near),
    EMPLOYER: { subject: 'employer', role: 'EMPLOYER', sites: [site] },
  };
  return {
    goal,
    student,
    site,
    opportunity,
    actors,

    async run(mutation: string, role: Role, input: object, key: string | null = null) {
      const as = actors[role];
      const answer = await graph.ask(documentOf(mutation), { as, key, input });
      const payload = answer.data?.[mutation] as Payload;
      return { ...answer, id: payload?.placementId ?? '' } satisfies Moved;
    },

    /** A paid internship of this student there, in a status, at version 1, with all that the status wants. */
    async place(status: string, columns: Columns = {}): Promise<string> {
      const id = await makePlacement(database, {
        student_id: student,
        site_id: site,
        opportunity_id: opportunity,
        status,
        start_date: '2026-10-12',
        end_date: '2027-01-29',
        minutes_per_week: 600,
        logged_minutes: 0,
        my_cap_goal_id: goal,
        work_permit_on_file: true,
        season: 'SCHOOL_YEAR',
        ...columns,
      });
      if (status === 'APPROVED' || status === 'ACTIVE') {
        for (const side of ['SCHOOL', 'SITE', 'STUDENT'] as const)
          await makeApproval(database, id, side);
        await makeWblPlan(database, id);
      }
      return id;
    },

    async statusOf(id: string): Promise<string> {
      const sql = 'select status from placement where id = $1';
      return (await database.pool.query(sql, [id])).rows[0]?.status;
    },

    async eventsOf(id: string): Promise<readonly Record<string, unknown>[]> {
      const sql = `select from_status, to_status, by, note from placement_event
                    where placement_id = $1 order by at, id`;
      return (await database.pool.query(sql, [id])).rows;
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
