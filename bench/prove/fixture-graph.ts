import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphKey } from '../../platform/actor-token.ts';
import { compose, SECRET_OF_THE_GATEWAY } from '../../test/gateway/support/gateways.ts';
import { runFileUntilUrl, runUntilUrl } from '../../test/gateway/support/processes.ts';
import { PLACEMENTS_SDL, STUDENTS_SDL } from '../../test/gateway/support/subgraph-fixtures.ts';
import type { Ask } from './load.ts';

/** Where the fixture's two subgraphs are. */
export type FixtureUrls = { readonly 'students-and-mycap': string; readonly placements: string };

export type Process = Awaited<ReturnType<typeof runUntilUrl>>;

/** One of the fixture's subgraphs, as a process. */
export async function startFixtureSubgraph(name: keyof FixtureUrls) {
  const process = await runFileUntilUrl('bench/servers/fixture-subgraph.ts', [], {
    NAME: name,
    ACTOR_TOKEN_KEY: subgraphKey(SECRET_OF_THE_GATEWAY, name),
  });
  return { ...process, url: `${process.origin}/graphql` };
}

/** A supergraph file of the fixtures that is replaced at once, as an orchestrator replaces one. */
export function createSupergraphFile(first: FixtureUrls) {
  const folder = mkdtempSync(join(tmpdir(), 'prove '));
  const file = join(folder, 'supergraph.graphql');
  let written = 0;
  const write = (urls: FixtureUrls) => {
    written += 1;
    // Another schema each time, so that nothing of the last one can be kept.
    const more = `extend type Query { swap${written}: String }`;
    const sdls = { 'students-and-mycap': `${STUDENTS_SDL} ${more}`, placements: PLACEMENTS_SDL };
    writeFileSync(`${file}.new`, compose(sdls, urls));
    renameSync(`${file}.new`, file);
  };
  write(first);
  return { folder, file, write, remove: () => rmSync(folder, { recursive: true }) };
}

/** The gateway as `npm run gateway` starts it, before the fixtures that its file names. */
export const startFixtureGateway = (
  { folder, file }: { readonly folder: string; readonly file: string },
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) =>
  runUntilUrl('gateway.ts', args, {
    PORT: '0',
    SUPERGRAPH: file,
    ACTOR_TOKEN_SECRET: SECRET_OF_THE_GATEWAY,
    DEV_ISSUER: 'on',
    DATA_DIR: folder,
    ...env,
  });

/** What the gateway logs, in each worker, when it has swapped. */
export const SWAPPED = 'The new supergraph is served from now on.';

/** Answered by one subgraph, by both, by none, and with an error of a subgraph's. */
export const FIXTURE_ASKS: readonly Ask[] = [
  { query: '{ whoAmI { role } }', answer: '{"data":{"whoAmI":{"role":"PUBLIC"}}}' },
  {
    query: '{ student(id: "s") { name placements { id hours } } }',
    answer:
      '{"data":{"student":{"name":"Student s","placements":[{"id":"s-1","hours":100},{"id":"s-2","hours":100}]}}}',
  },
  {
    query: '{ __type(name: "Placement") { name } }',
    answer: '{"data":{"__type":{"name":"Placement"}}}',
  },
  {
    query: '{ missing { id } }',
    answer:
      '{"errors":[{"message":"No Student with id \\"s-404\\".","path":["missing"],"extensions":{"code":"NOT_FOUND","type":"Student","id":"s-404","requestId":"under-load"}}],"data":{"missing":null}}',
  },
];
