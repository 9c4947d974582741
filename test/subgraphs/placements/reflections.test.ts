import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { makePlacement, makeReflection } from '../../support/make-placements.ts';
import {
  codesOf,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const ADD = `mutation ($input: AddReflectionInput!, $key: String) {
  addReflection(input: $input, idempotencyKey: $key) { reflection { id date prompt text sharePublicly } }
}`;
const SHARE = `mutation ($input: ShareReflectionInput!, $key: String) {
  shareReflection(input: $input, idempotencyKey: $key) { reflection { id sharePublicly } }
}`;
const WORDS = { prompt: 'What surprised you?', text: 'How much they talk.' };

let graph: SubgraphUnderTest;
let placement: string;
let student: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  student = randomUUID();
  placement = await makePlacement(graph.database, { student_id: student });
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
});

type Asked = { readonly as?: Actor; readonly key?: string };
const add = (input: object, { as = actors.STUDENT, key }: Asked = {}) =>
  graph.ask(ADD, { as, key: key ?? null, input: { placementId: placement, ...WORDS, ...input } });
const share = (input: object, { as = actors.STUDENT, key }: Asked = {}) =>
  graph.ask(SHARE, { as, key: key ?? null, input });
const kept = async () => {
  const sql = 'select date::text, text, share_publicly from reflection where placement_id = $1';
  return (await graph.database.pool.query(sql, [placement])).rows;
};

describe('a reflection', () => {
  it('is added by the student, of today, and is not shared unless they say so', async () => {
    const reflection = { id: expect.any(String), date: '2026-10-05', ...WORDS };
    expect(await add({})).toEqual({
      data: { addReflection: { reflection: { ...reflection, sharePublicly: false } } },
    });
    expect(await add({ date: '2026-07-06', sharePublicly: true })).toMatchObject({
      data: { addReflection: { reflection: { date: '2026-07-06', sharePublicly: true } } },
    });
  });

  it.each(['COMPLETED', 'ENDED_EARLY'])('may look back when it is %s', async (status) => {
    placement = await makePlacement(graph.database, { student_id: student, status });
    expect((await add({})).errors).toBeUndefined();
  });

  it('with one key is added once', async () => {
    const first = await add({}, { key: 'a' });
    expect(await add({}, { key: 'a' })).toEqual(first);
    expect(codesOf(await add({ text: 'Another.' }, { key: 'a' }))).toEqual(['CONFLICT']);
    expect(await kept()).toHaveLength(1);
  });

  it('is shared by the student, and taken back', async () => {
    const reflectionId = await makeReflection(graph.database, placement);
    for (const sharePublicly of [true, false])
      expect(await share({ reflectionId, sharePublicly })).toEqual({
        data: { shareReflection: { reflection: { id: reflectionId, sharePublicly } } },
      });
    expect(await kept()).toMatchObject([{ share_publicly: false }]);
  });
});

describe('no reflection is added', () => {
  it.each([
    { what: 'before the start', input: { date: '2026-07-05' }, code: 'REFLECTION_DATE' },
    { what: 'in the future', input: { date: '2026-10-06' }, code: 'REFLECTION_DATE' },
    { what: 'without words', input: { text: ' ' }, code: 'BAD_USER_INPUT' },
    { what: 'without a question', input: { prompt: '' }, code: 'BAD_USER_INPUT' },
    {
      what: 'with a question without end',
      input: { prompt: 'q'.repeat(501) },
      code: 'BAD_USER_INPUT',
    },
    { what: 'with words without end', input: { text: 't'.repeat(5_001) }, code: 'BAD_USER_INPUT' },
    { what: 'on nothing', input: { placementId: 'x' }, code: 'NOT_FOUND' },
  ])('$what: $code', async ({ input, code }) => {
    const { data, errors } = await add(input);
    expect(data).toEqual({ addReflection: null });
    expect(errors?.map(({ extensions }) => extensions?.rule ?? extensions?.code)).toEqual([code]);
    expect(await kept()).toEqual([]);
  });

  it.each(['PROPOSED', 'MATCHED', 'APPROVED', 'WITHDRAWN', 'DECLINED'])(
    'while it is %s',
    async (status) => {
      placement = await makePlacement(graph.database, { student_id: student, status });
      const { errors } = await add({});
      expect(errors).toMatchObject([{ extensions: { rule: 'PLACEMENT_STATUS' } }]);
    },
  );
});

describe('nobody but the student', () => {
  it.each(['FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF'] as const)(
    'reflects or decides who reads it: not %s',
    async (role) => {
      const as = actors[role];
      const reflectionId = await makeReflection(graph.database, placement);
      expect(codesOf(await add({}, { as }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await share({ reflectionId, sharePublicly: true }, { as }))).toEqual([
        'FORBIDDEN',
      ]);
    },
  );

  it.each([...SEEING_NONE, 'PUBLIC'] as const)('not %s, who sees none', async (role) => {
    const as = actors[role];
    const reflectionId = await makeReflection(graph.database, placement);
    const code = role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'NOT_FOUND';
    expect(codesOf(await add({}, { as }))).toEqual([code]);
    expect(codesOf(await share({ reflectionId, sharePublicly: true }, { as }))).toEqual([code]);
    expect(await kept()).toMatchObject([{ share_publicly: false }]);
  });

  it("not another student, to whom another's reflection is not there", async () => {
    const reflectionId = await makeReflection(graph.database, await makePlacement(graph.database));
    for (const id of [reflectionId, randomUUID(), 'x'])
      expect((await share({ reflectionId: id, sharePublicly: true })).errors).toMatchObject([
        { message: `No Reflection with id "${id}".`, extensions: { code: 'NOT_FOUND' } },
      ]);
  });
});
