import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { AS_OF } from '../support/demo.ts';
import { codesOf } from '../support/graph.ts';
import { overBothTransports } from '../support/over-both-transports.ts';

const RECORD = `mutation ($input: RecordActivityInput!, $key: String) {
  recordActivity(input: $input, idempotencyKey: $key) { activity { id type stage } }
}`;
const ACTIVITIES = '{ me { myCap { activities { id date } } } }';
const input = { studentId: DEMO_STUDENT, type: 'JOB_SHADOW', date: AS_OF, reflection: 'Loud.' };

type Recorded = { readonly recordActivity: { readonly activity: { readonly id: string } } };
type Plan = {
  readonly me: { readonly myCap: { readonly activities: readonly { readonly id: string }[] } };
};

overBothTransports((graph) => {
  it('an activity that was recorded is on the plan, once, however often the call is repeated', async () => {
    const key = randomUUID();
    const first = await graph().ask<Recorded>(RECORD, 'student', { input, key });
    expect(first.errors).toBeUndefined();
    expect(first.fetched).toEqual(['students-and-mycap']);
    const { id } = first.data.recordActivity.activity;
    expect(first.data.recordActivity.activity).toEqual({
      id,
      type: 'JOB_SHADOW',
      stage: 'CAREER_EXPLORATION',
    });
    const again = await graph().ask(RECORD, 'student', { input, key });
    expect(again.data).toEqual(first.data);
    const { data } = await graph().ask<Plan>(ACTIVITIES, 'student');
    const found = data.me.myCap.activities.filter((activity) => activity.id === id);
    expect(found).toEqual([{ id, date: AS_OF }]);
  });

  it.each([
    {
      what: 'another input under a used key',
      as: 'student',
      change: { reflection: 'Quiet.' },
      code: 'CONFLICT',
    },
    { what: 'the future', as: 'student', change: { date: '2026-10-06' }, code: 'RULE_VIOLATED' },
    { what: 'a parent', as: 'family', change: {}, code: 'FORBIDDEN' },
    { what: 'a partner', as: 'partner', change: {}, code: 'NOT_FOUND' },
    { what: 'nobody', as: undefined, change: {}, code: 'UNAUTHENTICATED' },
  ] as const)('$what is refused with $code', async ({ as, change, code }) => {
    const key = randomUUID();
    if (code === 'CONFLICT') await graph().ask(RECORD, as, { input, key });
    const answer = await graph().ask(RECORD, as, { input: { ...input, ...change }, key });
    expect(answer.data).toEqual({ recordActivity: null });
    expect(codesOf(answer)).toEqual([code]);
  });
});
