import { beforeAll, expect, it } from 'vitest';
import { DEMO_SCHOOL, DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import { makePlan, makeStudent } from '../../support/make-students.ts';
import { type Graph, operation } from '../support/graph.ts';
import { overBothTransports } from '../support/over-both-transports.ts';

const JOURNEY = operation('my-journey');
const FETCHES = ['employers-and-sites', 'placements', 'schools-and-network', 'students-and-mycap'];
/** One for each database: the student's plan, the school, the placements, their sites. */
const STATEMENTS = 4;

/** The same journey, of a student whom staff look up. */
const OF_STUDENT = JOURNEY.replace('query MyJourney', 'query Journey($id: ID!)')
  .replace(/\bme \{/, 'student(id: $id) {')
  .replace('first: 10', 'first: 100');

/** A student of the demo's school, with placements at its sites. */
async function makeJourney(
  { databases }: Graph,
  count: number,
  sites: readonly string[],
): Promise<string> {
  const students = databases['students-and-mycap'];
  const student = await makeStudent(students, { school_code: DEMO_SCHOOL });
  await makePlan(students, student);
  for (let n = 0; n < count; n++) {
    const placement = await makePlacement(databases.placements, {
      student_id: student,
      site_id: sites[n % sites.length],
    });
    const plan = await makeWblPlan(databases.placements, placement, ['Filing']);
    for (const [kind, score] of [
      ['BASELINE', 2],
      ['FINAL', 4],
    ] as const)
      await makeReview(databases.placements, plan, { kind, date: '2026-08-01', scores: [score] });
  }
  return student;
}

type Node = {
  readonly site: { readonly employer: { readonly name: string } };
  readonly wblPlan: { readonly skillGain: readonly object[] };
};
type Journey = { readonly placements: { readonly nodes: readonly Node[] } };
type Mine = { readonly me: Journey };
type Theirs = { readonly student: Journey };

overBothTransports((graph) => {
  let sites: string[];
  beforeAll(async () => {
    const { pool } = graph().databases['employers-and-sites'];
    const { rows } = await pool.query<{ id: string }>('select id from site order by id');
    sites = rows.map(({ id }) => id);
  });

  it('"MyJourney" is data from all four subgraphs, each asked once, with one statement', async () => {
    const { data, errors, fetched, statements, status } = await graph().ask<Mine>(
      JOURNEY,
      'student',
    );
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.me).toMatchObject({
      displayName: expect.stringContaining(' '),
      grade: expect.any(Number),
      school: { name: expect.any(String) },
      myCap: {
        currentStage: 'CAREER_IMMERSION',
        goals: expect.arrayContaining([
          { text: expect.any(String), targetSoc: expect.any(String) },
        ]),
        stageHistory: expect.arrayContaining([{ to: 'SELF_DISCOVERY', at: expect.any(String) }]),
        activities: expect.arrayContaining([
          expect.objectContaining({ stage: 'CAREER_IMMERSION' }),
        ]),
      },
    });
    const [newest, ...before] = data.me.placements.nodes;
    expect(before).not.toEqual([]);
    expect(newest).toMatchObject({
      site: { name: expect.any(String), employer: { name: expect.any(String) } },
      wblPlan: {
        skillGain: expect.arrayContaining([expect.objectContaining({ gain: expect.any(Number) })]),
      },
    });
    expect(fetched.toSorted()).toEqual(FETCHES);
    expect(fetched[0]).toBe('students-and-mycap');
    expect(statements).toBe(STATEMENTS);
  });

  it('a parent sees the same journey', async () => {
    const mine = await graph().ask(JOURNEY, 'student');
    const ours = await graph().ask(JOURNEY, 'family');
    expect(ours.data).toEqual(mine.data);
  });

  it.each([1, 100])(
    'with %i placements it takes the same fetches and statements',
    async (count) => {
      const id = await makeJourney(graph(), count, sites);
      const { data, errors, fetched, statements } = await graph().ask<Theirs>(
        OF_STUDENT,
        'school-staff',
        {
          id,
        },
      );
      expect(errors).toBeUndefined();
      const { nodes } = data.student.placements;
      expect(nodes).toHaveLength(count);
      for (const node of nodes) {
        expect(node.site.employer.name).toEqual(expect.any(String));
        expect(node.wblPlan.skillGain).toMatchObject([{ baseline: 2, final: 4, gain: 2 }]);
      }
      expect(fetched.toSorted()).toEqual(FETCHES);
      expect(statements).toBe(STATEMENTS);
    },
  );

  it('each placement has its own site', async () => {
    const id = await makeJourney(graph(), 5, sites);
    const query = `query ($id: ID!) { student(id: $id) { placements { nodes { id site { id name } } } } }`;
    const { data } = await graph().ask<Theirs>(query, 'school-staff', { id });
    const { rows } = await graph().databases.placements.pool.query(
      'select id, site_id from placement where student_id = $1 order by start_date desc, id',
      [id],
    );
    expect(data.student.placements.nodes).toMatchObject(
      rows.map((row) => ({ id: row.id, site: { id: row.site_id } })),
    );
  });

  it('"me" asks who is not signed in to sign in', async () => {
    const { data, errors, status } = await graph().ask(JOURNEY);
    expect(status).toBe(200);
    expect(data).toEqual({ me: null });
    expect(errors).toMatchObject([{ path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('the persona is the student of the demo', async () => {
    expect((await graph().ask('{ me { id } }', 'student')).data).toEqual({
      me: { id: DEMO_STUDENT },
    });
  });
});
