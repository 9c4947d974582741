import { beforeAll, expect, it } from 'vitest';
import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { makePlan, makeStudent } from '../../support/make-students.ts';
import { overBothTransports } from '../support/over-both-transports.ts';

const PAGE = `query ($schools: [DeseOrgCode!], $first: Int!) {
  students(filter: { schoolCodes: $schools, grade: 8 }, first: $first) {
    nodes {
      displayName
      school { name board { code } }
      myCap { currentStage }
      placements(first: 5) {
        totalCount
        nodes { status school { name } site { name employer { name } } }
      }
    }
  }
}`;
type Page = {
  readonly students: {
    readonly nodes: readonly { readonly placements: { readonly nodes: readonly object[] } }[];
  };
};
const STUDENTS = 50;
const PLACEMENTS = 3;

overBothTransports((graph) => {
  beforeAll(async () => {
    const { databases } = graph();
    const { rows } = await databases['employers-and-sites'].pool.query('select id from site');
    for (let n = 0; n < STUDENTS; n++) {
      const columns = { school_code: DEMO_SCHOOL, grade: 8 };
      const student = await makeStudent(databases['students-and-mycap'], columns);
      await makePlan(databases['students-and-mycap'], student);
      for (let m = 0; m < PLACEMENTS; m++) {
        const site = rows[(n + m) % rows.length].id;
        await makePlacement(databases.placements, { student_id: student, site_id: site });
      }
    }
  });

  const ask = (first: number) =>
    graph().ask<Page>(PAGE, 'school-staff', { schools: [DEMO_SCHOOL], first });

  it('fifty students with placements, sites and schools cost what one costs', async () => {
    const [one, fifty] = [await ask(1), await ask(STUDENTS)];
    expect([one.errors, fifty.errors]).toEqual([undefined, undefined]);
    const { nodes } = fifty.data.students;
    expect(nodes).toHaveLength(STUDENTS);
    for (const node of nodes) {
      expect(node).toMatchObject({
        school: { name: expect.any(String), board: { code: 'BOSTON' } },
        placements: { totalCount: PLACEMENTS },
      });
      const employed = { site: { employer: { name: expect.any(String) } } };
      expect(node.placements.nodes[0]).toMatchObject(employed);
    }
    expect(fifty.statements).toBeLessThanOrEqual(3 * one.statements);
    expect(fifty.statements).toBe(one.statements);
    expect(fifty.fetched).toEqual(one.fetched);
  });
});
