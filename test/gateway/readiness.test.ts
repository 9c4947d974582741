import { expect, it } from 'vitest';
import { subgraphsReady } from '../../gateway/readiness.ts';
import { serve } from './support/served.ts';

it.each([
  { status: 200, ready: true },
  { status: 503, ready: false },
])(
  'a subgraph that answers $status makes it ready: $ready, however many ask at a time',
  async ({ status, ready }) => {
    let asked = 0;
    const { url, close } = await serve((request, response) => {
      asked += 1;
      response.writeHead(request.url === '/health/ready' ? status : 404).end();
    });
    const ask = () => subgraphsReady([url]);
    const all = await Promise.all(Array.from({ length: 100 }, ask));
    expect(new Set(all)).toEqual(new Set([ready]));
    expect(asked).toBe(1);
    expect(await ask()).toBe(ready);
    expect(asked).toBe(2);
    await close();
  },
);

it('a subgraph that is not there, or whose URL is none, is not ready', async () => {
  const { url, close } = await serve(() => {});
  await close();
  expect(await subgraphsReady([url])).toBe(false);
  expect(await subgraphsReady(['placements'])).toBe(false);
  expect(await subgraphsReady([])).toBe(true);
});
