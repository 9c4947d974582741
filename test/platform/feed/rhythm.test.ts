import { describe, expect, it } from 'vitest';
import { backoff, pause } from '../../../platform/feed/rhythm.ts';

describe('a follower whose source is down', () => {
  it.each([
    { failures: 0, least: 250, most: 500 },
    { failures: 1, least: 500, most: 1_000 },
    { failures: 5, least: 8_000, most: 16_000 },
    { failures: 6, least: 15_000, most: 30_000 },
    { failures: 5_000, least: 15_000, most: 30_000 },
  ])('waits $least to $most ms after $failures failures', ({ failures, least, most }) => {
    expect([backoff(failures, 0), backoff(failures, 1)]).toEqual([least, most]);
  });

  it('waits no longer when it is stopped', async () => {
    const end = new AbortController();
    const paused = pause(3_600_000, end.signal);
    end.abort();
    await paused;
    await pause(3_600_000, end.signal);
  });
});
