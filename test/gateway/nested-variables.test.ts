import { afterAll, beforeAll, expect, it } from 'vitest';
import { federation, startForeign } from './support/foreign-graph.ts';

const SDL = `${federation()} scalar Any type Query { depth(of: Any): Int }`;
const depthOf = (value: unknown): number =>
  Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0;

let running: Awaited<ReturnType<typeof startForeign>>;
beforeAll(async () => {
  const depth = (_root: unknown, { of }: { of?: unknown }) => depthOf(of);
  running = await startForeign({ any: { sdl: SDL, resolvers: { Query: { depth } } } });
});
afterAll(() => running.gateway.close());

/** The text of the answer to a variable that is a list in a list in a list … */
async function ask(query: string, levels: number): Promise<string> {
  const value = '['.repeat(levels) + ']'.repeat(levels);
  const response = await fetch(`${running.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":"${query}","variables":{"of":${value}}}`,
  });
  return await response.text();
}

it('values in values are taken up to a hundred', async () => {
  const query = 'query ($of: Any) { depth(of: $of) }';
  expect(JSON.parse(await ask(query, 100))).toEqual({ data: { depth: 100 } });
  expect(await ask(query, 101)).toContain('more than 100 deep');
});

it.each([
  ['that it has', 'query ($of: Any) { depth(of: $of) }'],
  ['that it has not', '{ depth }'],
])(
  'an operation is refused for a variable %s, and nothing of ours breaks',
  async (_what, query) => {
    for (const _way of ['by Apollo Server', 'known'])
      expect(JSON.parse(await ask(query, 100_000))).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    expect(running.lines).toEqual([]);
  },
);
