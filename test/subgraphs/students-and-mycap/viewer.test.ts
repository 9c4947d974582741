import { afterAll, beforeAll, expect, it } from 'vitest';
import type { actorsNear } from '../../support/actors.ts';
import { representations, type SubgraphUnderTest } from '../../support/subgraph-under-test.ts';
import { enrolled, SCHOOL, startStudents } from './support/students.ts';

const VIEWER = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Viewer { students { id displayName school { deseCode } myCap { id } } }
} }`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startStudents();
});
afterAll(() => graph.stop());

it('a student has themself, a parent their children, and all others nobody', async () => {
  const { student, actors } = await enrolled(graph);
  const { student: sibling } = await enrolled(graph);
  const shown = (id: string) => ({
    id,
    displayName: 'Nia Example',
    school: { deseCode: SCHOOL },
    myCap: null,
  });
  const viewer = async (role: keyof ReturnType<typeof actorsNear>, students?: string[]) =>
    (
      await graph.ask(VIEWER, {
        as: { ...actors[role], ...(students && { students }) },
        keys: representations('Viewer', 'role', [role]),
      })
    ).data;
  expect(await viewer('STUDENT')).toEqual({ _entities: [{ students: [shown(student)] }] });
  expect(await viewer('FAMILY', [student, sibling])).toEqual({
    _entities: [{ students: [student, sibling].toSorted().map(shown) }],
  });
  for (const role of ['PUBLIC', 'SCHOOL_STAFF', 'PARTNER'] as const)
    expect(await viewer(role)).toEqual({ _entities: [{ students: [] }] });
});
