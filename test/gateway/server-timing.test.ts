import { describe, expect, it } from 'vitest';
import { createObserver } from '../../gateway/observe/observer.ts';
import { serverTiming } from '../../gateway/observe/server-timing.ts';
import { finish, REQUEST } from './support/observed.ts';

describe('server-timing', () => {
  it('says where the time went, to a tenth of a millisecond', () => {
    expect(serverTiming({ total: 12.3, plan: 2.04, subgraphs: 8.86 })).toBe(
      'total;dur=12.3, plan;dur=2, subgraphs;dur=8.9',
    );
  });

  it('has no plan where the operation was known', () => {
    expect(serverTiming({ total: 1, plan: null, subgraphs: 0 })).toBe(
      'total;dur=1, subgraphs;dur=0',
    );
  });

  it('names no subgraph', async () => {
    const observer = createObserver({ requestLog: null, tracing: null });
    const request = observer.begin(REQUEST);
    request.planned(5);
    request.fetch('placements').ended('ok');
    const header = finish(request);
    await observer.stop();
    expect(header).toMatch(/^total;dur=[\d.]+, plan;dur=5, subgraphs;dur=[\d.]+$/);
  });
});
