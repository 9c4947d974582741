import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const INVITE = `mutation ($reviewId: ID!, $key: String) {
  inviteReviewSignature(input: { reviewId: $reviewId }, idempotencyKey: $key) {
    token expiresAt review { id supervisorSignedOn }
  }
}`;
const SIGN = `mutation ($input: SignReviewInput!, $key: String) {
  signReview(input: $input, idempotencyKey: $key) { signedOn review { id studentSignedOn } }
}`;
/** What a supervisor asks, who has no account to see a review with. */
const SIGN_BY_LINK = `mutation ($input: SignReviewInput!, $key: String) {
  signReview(input: $input, idempotencyKey: $key) { signedOn }
}`;
const TO_SIGN = `query ($token: String!) { reviewToSign(token: $token) {
  kind date jobDescription ratings { employabilitySkill careerSkill rating score }
} }`;
const UNKNOWN = 'A'.repeat(43);
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

let graph: SubgraphUnderTest;
let review: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  const student = randomUUID();
  const placement = await makePlacement(graph.database, { student_id: student });
  const made = await makeWblPlan(graph.database, placement, ['Vital signs']);
  const scores = [1, 2, 3, 4, 5, 3, 2];
  review = await makeReview(graph.database, made, { kind: 'BASELINE', date: '2026-07-10', scores });
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
});

/** The token of an invitation; none where it was refused. */
type Invited = { readonly token: string } | null | undefined;
const tokenOf = ({ data }: Awaited<ReturnType<typeof invite>>) =>
  (data?.inviteReviewSignature as Invited)?.token ?? '';
const invite = (as = actors.SCHOOL_STAFF, key: string | null = null) =>
  graph.ask(INVITE, { as, key, reviewId: review });
const invitedToken = async () => tokenOf(await invite());
type Asked = { readonly as?: Actor; readonly at?: Date; readonly key?: string };
const sign = (input: object, { key, ...asked }: Asked = {}) =>
  graph.ask(asked.as ? SIGN : SIGN_BY_LINK, { ...asked, key: key ?? null, input });
const signedOn = async () => {
  const sql = `select student_signed_on::text as student, supervisor_signed_on::text as supervisor
                 from wbl_review where id = $1`;
  return (await graph.database.pool.query(sql, [review])).rows[0];
};
const NOT_SIGNED = { student: null, supervisor: null };

describe('a link', () => {
  it('is made by staff, shown once, and kept as a hash alone', async () => {
    const answer = await invite();
    expect(answer.data).toEqual({
      inviteReviewSignature: {
        token: expect.stringMatching(/^[\w-]{43}$/),
        expiresAt: later(14).toISOString(),
        review: { id: review, supervisorSignedOn: null },
      },
    });
    const token = tokenOf(answer);
    const { rows } = await graph.database.pool.query(
      'select row_to_json(i)::text as text, token_hash from review_invitation i where review_id = $1',
      [review],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain(token);
    expect(rows[0].token_hash).toBe(createHash('sha256').update(token).digest('hex'));
  });

  it('asked for again with its key is not shown again', async () => {
    await invite(actors.SCHOOL_STAFF, 'a');
    expect(await invite(actors.SCHOOL_STAFF, 'a')).toMatchObject({
      data: { inviteReviewSignature: { token: null, review: { id: review } } },
    });
  });

  it('shows whoever has it the work and its ratings, and not whose they are', async () => {
    const { data } = await graph.ask(TO_SIGN, { token: await invitedToken() });
    const words = [
      'PERFORMANCE_IMPROVEMENT_NEEDED',
      ...['DEVELOPING', 'COMPETENT', 'PROFICIENT', 'ADVANCED', 'COMPETENT', 'DEVELOPING'],
    ];
    expect(data).toMatchObject({
      reviewToSign: {
        ...{ kind: 'BASELINE', date: '2026-07-10', jobDescription: 'Greets patients.' },
        ratings: words.map((rating) => ({ rating })),
      },
    });
    expect(data).toMatchObject({
      reviewToSign: { ratings: { 0: { score: 1 }, 6: { careerSkill: 'Vital signs', score: 2 } } },
    });
  });

  it('signs for the supervisor, without an account, on the day it is in Massachusetts', async () => {
    const token = await invitedToken();
    const at = new Date('2026-10-08T03:30:00Z');
    expect(await sign({ token }, { at })).toEqual({
      data: { signReview: { signedOn: '2026-10-07' } },
    });
    expect(await signedOn()).toEqual({ student: null, supervisor: '2026-10-07' });
  });

  it('works to the last moment of its two weeks', async () => {
    const token = await invitedToken();
    const at = new Date(later(14).getTime() - 1);
    expect((await sign({ token }, { at })).errors).toBeUndefined();
  });

  it('used by fifty at once signs for one', async () => {
    const token = await invitedToken();
    const answers = await Promise.all(Array.from({ length: 50 }, () => sign({ token })));
    const codes = answers.flatMap((answer) => codesOf(answer) ?? []);
    expect(codes).toEqual(Array.from({ length: 49 }, () => 'NOT_FOUND'));
  });

  it('whose answer was lost is asked again with its key', async () => {
    const token = await invitedToken();
    const first = await sign({ token }, { key: 'a' });
    expect(first.errors).toBeUndefined();
    expect(await sign({ token }, { key: 'a', at: later(1) })).toEqual(first);
    expect(codesOf(await sign({ token: UNKNOWN }, { key: 'a' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await sign({ token }, { key: 'b' }))).toEqual(['NOT_FOUND']);
  });
});

describe('a link that is used, replaced, expired or unknown', () => {
  async function links() {
    const used = await invitedToken();
    await sign({ token: used });
    await graph.database.pool.query(
      'update wbl_review set supervisor_signed_on = null where id = $1',
      [review],
    );
    const replaced = await invitedToken();
    const expired = await invitedToken();
    return [used, replaced, UNKNOWN, '', 'x'.repeat(5_000), `${expired}'--`, expired];
  }

  it('looks the same, whether it is read or used, and signs nothing', async () => {
    const tokens = await links();
    const at = later(14);
    for (const token of tokens) {
      expect(await graph.ask(TO_SIGN, { token, at })).toEqual({ data: { reviewToSign: null } });
      if (token === '') continue;
      const { data, errors } = await sign({ token }, { at });
      expect(data).toEqual({ signReview: null });
      expect(errors).toEqual([
        {
          message: 'This link cannot be used. Ask the school for a new one.',
          path: ['signReview'],
          extensions: { code: 'NOT_FOUND', type: 'ReviewInvitation' },
        },
      ]);
    }
    expect(await signedOn()).toEqual(NOT_SIGNED);
  });
});

describe('a student', () => {
  it('signs a review of their own, once', async () => {
    const input = { reviewId: review };
    expect(await sign(input, { as: actors.STUDENT })).toEqual({
      data: {
        signReview: {
          signedOn: '2026-10-05',
          review: { id: review, studentSignedOn: '2026-10-05' },
        },
      },
    });
    const { errors } = await sign(input, { as: actors.STUDENT });
    expect(errors).toMatchObject([{ extensions: { rule: 'SIGNED_ALREADY' } }]);
  });

  it.each(['FAMILY', 'SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF'] as const)(
    'signs themself: %s does not',
    async (role) => {
      expect(codesOf(await sign({ reviewId: review }, { as: actors[role] }))).toEqual([
        'FORBIDDEN',
      ]);
    },
  );

  it.each([...SEEING_NONE, 'PUBLIC'] as const)(
    'signs themself: %s sees no review',
    async (role) => {
      const [code] = codesOf(await sign({ reviewId: review }, { as: actors[role] })) ?? [];
      expect(code).toBe(role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'NOT_FOUND');
      expect(await signedOn()).toEqual(NOT_SIGNED);
    },
  );
});

it.each([{}, { token: UNKNOWN, reviewId: randomUUID() }, { token: '' }])(
  'a signature by %o is none',
  async (input) => {
    expect(codesOf(await sign(input))).toEqual(['BAD_USER_INPUT']);
  },
);

describe('no link is made', () => {
  it('for a review that its supervisor signed', async () => {
    await sign({ token: await invitedToken() });
    const { errors } = await invite();
    expect(errors).toMatchObject([{ extensions: { rule: 'SIGNED_ALREADY' } }]);
  });
  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('by %s', async (role) => {
    expect(codesOf(await invite(actors[role]))).toEqual(['FORBIDDEN']);
  });
  it.each(SEEING_NONE)('by %s, to whom the review does not exist', async (role) => {
    expect(codesOf(await invite(actors[role]))).toEqual(['NOT_FOUND']);
  });
  it('by who is not signed in', async () => {
    expect(codesOf(await invite(actors.PUBLIC))).toEqual(['UNAUTHENTICATED']);
  });
});

it('the rubric tells anyone what the ratings of the six skills mean', async () => {
  const { data } = await graph.ask('{ skillRubric { name levels { score rating text } } }');
  expect(data).toMatchObject({
    skillRubric: [
      ...['Attendance and Punctuality', 'Communication', 'Teamwork and Collaboration'],
      ...['Motivation and Initiative', 'Critical Thinking and Problem Solving'],
      'Understanding Workplace Culture, Policy and Safety',
    ].map((name) => ({ name, levels: [1, 2, 3, 4, 5].map((score) => ({ score })) })),
  });
});
