import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  DEMO_DISTRICT,
  DEMO_SCHOOL,
  DEMO_SITE,
  DEMO_STUDENT,
  type Persona,
} from '../../../gateway/dev-issuer/personas.ts';
import { codesOf } from '../support/graph.ts';
import { overBothTransports } from '../support/over-both-transports.ts';

const STUDENT = `query ($id: ID!) { student(id: $id) {
  displayName grade school { name } myCap { status } placements { totalCount nodes { status site { name } } }
} }`;
/** Every way that leads from a public thing to a student. */
const AROUND = `query ($school: DeseOrgCode!, $site: ID!) {
  school(deseCode: $school) {
    name students { totalCount nodes { displayName } } placements { totalCount nodes { student { displayName } } }
  }
  site(id: $site) { name placements { totalCount nodes { student { displayName } } } }
  students(filter: {}) { totalCount nodes { id } }
  placements(filter: {}) { totalCount nodes { id } }
}`;

type Found = { readonly student: { readonly placements: { readonly totalCount: number } } };
type Students = {
  readonly students: {
    readonly nodes: readonly { readonly school: { readonly deseCode: string } }[];
  };
};

overBothTransports((graph) => {
  const student = (as: Persona) => graph().ask<Found>(STUDENT, as, { id: DEMO_STUDENT });

  it.each(['student', 'family', 'school-staff', 'district-staff'] as const)(
    '%s sees the student of the demo',
    async (persona) => {
      const { data, errors } = await student(persona);
      expect(errors).toBeUndefined();
      expect(data.student.placements.totalCount).toBeGreaterThan(1);
    },
  );

  it("pic-board, the student's board, knows by name who is placed, and not by the state's number", async () => {
    const { data, errors } = await student('pic-board');
    expect(errors).toBeUndefined();
    expect(data.student).toMatchObject({
      displayName: expect.any(String),
      myCap: { status: expect.any(String) },
    });
    const query = 'query ($id: ID!) { student(id: $id) { sasid } }';
    const number = await graph().ask(query, 'pic-board', { id: DEMO_STUDENT });
    expect(number.data).toEqual({ student: { sasid: null } });
    expect(codesOf(number)).toEqual(['FORBIDDEN_FIELD']);
  });

  it('board-staff, of another region, cannot tell the student from nobody', async () => {
    const { data, errors } = await student('board-staff');
    expect({ data, errors }).toEqual({ data: { student: null }, errors: undefined });
    const missing = await graph().ask(STUDENT, 'board-staff', { id: randomUUID() });
    expect((await student('board-staff')).text).toBe(missing.text);
  });

  it.each(['partner', 'employer', 'state', 'admin'] as const)(
    '%s sees no student, by any way',
    async (persona) => {
      const direct = await student(persona);
      expect(direct.data).toEqual({ student: null });
      expect(codesOf(direct)).toEqual(['FORBIDDEN_FIELD']);
      const around = await graph().ask(AROUND, persona, { school: DEMO_SCHOOL, site: DEMO_SITE });
      expect(around.data).toEqual({
        school: { name: expect.any(String), students: null, placements: null },
        site: { name: expect.any(String), placements: null },
        students: null,
        placements: null,
      });
      expect(codesOf(around)).toEqual(Array.from({ length: 5 }, () => 'FORBIDDEN_FIELD'));
      expect(around.text).not.toContain(DEMO_STUDENT);
    },
  );

  it('who is not signed in sees what is public, and no student', async () => {
    const { data, errors } = await graph().ask(AROUND, undefined, {
      school: DEMO_SCHOOL,
      site: DEMO_SITE,
    });
    expect(data).toMatchObject({ school: { students: null, placements: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
      Array.from({ length: 5 }, () => 'UNAUTHENTICATED'),
    );
  });

  it('staff see students of their own schools alone', async () => {
    const query = '{ students(filter: {}, first: 100) { nodes { school { deseCode } } } }';
    const { data } = await graph().ask<Students>(query, 'school-staff');
    const codes = data.students.nodes.map(({ school }) => school.deseCode);
    expect(new Set(codes)).toEqual(new Set([DEMO_SCHOOL]));
    const district = await graph().ask<Students>(query, 'district-staff');
    for (const { school } of district.data.students.nodes)
      expect(school.deseCode.slice(0, 4)).toBe(DEMO_DISTRICT.slice(0, 4));
  });

  it('the risk that the Early Warning Indicator System sees is told to the school, and not to the board', async () => {
    const query = `query ($id: ID!) { student(id: $id) { ewis { riskLevel asOf } } }`;
    const { rows } = await graph().databases['students-and-mycap'].pool.query(
      `select risk_level::text as "riskLevel", as_of::text as "asOf" from ewis_flag where student_id = $1`,
      [DEMO_STUDENT],
    );
    expect(rows).toHaveLength(1);
    const told = await graph().ask(query, 'school-staff', { id: DEMO_STUDENT });
    expect(told.data).toEqual({ student: { ewis: rows[0] } });
    const refused = await graph().ask(query, 'pic-board', { id: DEMO_STUDENT });
    expect(refused.data).toEqual({ student: { ewis: null } });
    expect(codesOf(refused)).toEqual(['FORBIDDEN_FIELD']);
  });
});
