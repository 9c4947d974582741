import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { type Graph, operation, startGraph, TRANSPORTS } from '../support/graph.ts';

const NEWEST = '{ me { displayName placements(first: 1) { nodes { status site { name } } } } }';
/** Nothing listens there. */
const NOWHERE = 'postgres://somebody:a-password@127.0.0.1:1/employers';

type Journey = {
  readonly me: { readonly placements: { readonly nodes: readonly object[] } };
};

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
}, DATABASE_TIMEOUT);
afterAll(() => demo.stop());

describe.each(TRANSPORTS)("without the employers' database, over the %s transport", (kind) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(kind, { ...demo.urls, employers: NOWHERE });
  });
  afterAll(() => graph.close());

  it('placements are still there, their site is null, and one error says so and no more', async () => {
    const { data, errors, text, status } = await graph.ask(NEWEST, 'student');
    expect(status).toBe(200);
    expect(data).toEqual({
      me: {
        displayName: expect.any(String),
        placements: { nodes: [{ status: expect.any(String), site: null }] },
      },
    });
    expect(errors).toMatchObject([
      {
        path: expect.arrayContaining(['me', 'placements', 'nodes']),
        extensions: { code: 'DATABASE_UNAVAILABLE' },
      },
    ]);
    expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|a-password|node_modules|select|stack/i);
  });

  it('the whole journey still has all that the other three know', async () => {
    const whole = await startGraph(kind, demo.urls);
    const expected = await whole.ask<Journey>(operation('my-journey'), 'student');
    await whole.close();
    const { data } = await graph.ask(operation('my-journey'), 'student');
    const withoutSites = (nodes: readonly object[]) =>
      nodes.map((node) => ({ ...node, site: null }));
    const { placements, ...me } = expected.data.me;
    const nodes = withoutSites(placements.nodes);
    expect(data).toEqual({ me: { ...me, placements: { nodes } } });
  });

  it('what asks nothing of it has no error', async () => {
    const { data, errors } = await graph.ask(
      '{ me { school { name } myCap { status } } }',
      'student',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ me: { school: { name: expect.any(String) } } });
  });

  it('what broke is in the log', async () => {
    graph.logged.length = 0;
    await graph.ask(NEWEST, 'student');
    expect(graph.logged.length).toBeGreaterThan(0);
  });
});
