import { describe, expect, it } from 'vitest';
import { badResponse, clientLeft, connectionFailed } from '../../gateway/transport/failure.ts';
import { createGuard, GUARD_LIMITS } from '../../gateway/transport/guard.ts';

const terms = (kind: 'query' | 'mutation') => ({ kind, deadline: Infinity, signal: null });
const refused = () => connectionFailed('placements', 'refused');

/** An attempt that fails so often, and then succeeds; and how often it was made. */
function failing(times: number, error: () => Error = refused) {
  let made = 0;
  return {
    made: () => made,
    attempt: async () => {
      made += 1;
      if (made <= times) throw error();
      return 'answer';
    },
  };
}

describe('a fetch whose connection fails', () => {
  it('is made once more where it is a query', async () => {
    const { attempt, made } = failing(1);
    expect(await createGuard('placements')(terms('query'), attempt)).toBe('answer');
    expect(made()).toBe(2);
  });

  it('is made once and no more where it is a mutation', async () => {
    const { attempt, made } = failing(1);
    await expect(createGuard('placements')(terms('mutation'), attempt)).rejects.toThrow();
    expect(made()).toBe(1);
  });

  it('is not made a third time', async () => {
    const { attempt, made } = failing(9);
    await expect(createGuard('placements')(terms('query'), attempt)).rejects.toThrow();
    expect(made()).toBe(2);
  });

  it('is made again for one of ten requests, when quiet times have saved up nothing', async () => {
    const guard = createGuard('placements', { ...GUARD_LIMITS, restMs: 0 });
    const { attempt, made } = failing(Infinity);
    const ASKED = 400;
    for (let times = 0; times < ASKED; times += 1)
      await guard(terms('query'), attempt).catch(() => null);
    expect(made()).toBeLessThanOrEqual(ASKED * 1.1 + 10);
  });
});

it('another failure is not tried again', async () => {
  const { attempt, made } = failing(1, () => badResponse('placements', 'garbage'));
  await expect(createGuard('placements')(terms('query'), attempt)).rejects.toThrow();
  expect(made()).toBe(1);
});

it('clients that leave say nothing of a subgraph', async () => {
  const guard = createGuard('placements');
  const leaving = failing(100, () => clientLeft('placements'));
  for (let times = 0; times < 100; times += 1)
    await guard(terms('query'), leaving.attempt).catch(() => null);
  expect(await guard(terms('query'), failing(0).attempt)).toBe('answer');
});

it('no more than its limit run at a time, and what cannot wait is refused', async () => {
  const guard = createGuard('placements', { ...GUARD_LIMITS, concurrent: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const attempt = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  const asked = Array.from({ length: 8 }, () => guard(terms('query'), attempt));
  const settled = await Promise.allSettled(asked);
  expect(most).toBe(2);
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});
