import { afterAll, beforeAll, describe } from 'vitest';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { type Demo, startDemo } from './demo.ts';
import { type Graph, startGraph, TRANSPORTS, type TransportKind } from './graph.ts';

/** One suite over both transports, on one demo: what holds for one way to run holds for the other. */
export function overBothTransports(
  suite: (graph: () => Graph, kind: TransportKind, demo: () => Demo) => void,
  start: () => Promise<Demo> = startDemo,
): void {
  let demo: Demo;
  beforeAll(async () => {
    demo = await start();
  }, DATABASE_TIMEOUT);
  afterAll(() => demo.stop());

  describe.each(TRANSPORTS)('over the %s transport', (kind) => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await startGraph(kind, demo.urls);
    });
    afterAll(() => graph.close());

    suite(
      () => graph,
      kind,
      () => demo,
    );
  });
}
