import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDevIssuer } from '../../../gateway/dev-issuer/dev-issuer.ts';
import { newKey } from '../../../gateway/dev-issuer/key.ts';
import { createGateway } from '../../../gateway/gateway.ts';
import { createIdentity } from '../../../gateway/identity.ts';
import type { Planning } from '../../../gateway/planning/planner.ts';
import { createPlanningThread } from '../../../gateway/planning/planning-thread.ts';
import { readSampleOperations } from '../../../gateway/sample-operations.ts';
import type { TransportOptions } from '../../../gateway/transport/choose.ts';
import { subgraphKey } from '../../../platform/actor-token.ts';
import { type Database, openDatabase } from '../../../platform/database.ts';
import { createHttpSubgraph } from '../../../platform/graphql/http-subgraph.ts';
import {
  createLocalSubgraph,
  type SubgraphParts,
} from '../../../platform/graphql/local-subgraph.ts';
import type { SubgraphName } from '../../../platform/subgraph.ts';
import type { DatabaseUrls } from '../../../scripts/graph/databases.ts';
import { PARTS } from '../../../scripts/graph/parts.ts';
import { NOW } from './demo.ts';
import { type Asking, createSignIn } from './sign-in.ts';

const SCHEMA = join(import.meta.dirname, '..', '..', '..', 'schema');
const SECRET = 'a secret of at least thirty-two characters';
export const TRANSPORTS = ['local', 'http'] as const;
export type TransportKind = (typeof TRANSPORTS)[number];

/** One of the sample operations, as it stands. */
export const operation = (name: string): string =>
  readFileSync(join(SCHEMA, 'operations', `${name}.graphql`), 'utf8');

/** `Data` is what the operation asks, as far as a test reads it. */
export type Answer<Data = unknown> = {
  readonly status: number;
  readonly text: string;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** Which subgraphs were asked, in order. */
  readonly fetched: readonly string[];
  /** How many SQL statements it took, in all four databases. */
  readonly statements: number;
};

export type Graph = {
  /** Where the gateway listens. */
  readonly origin: string;
  readonly databases: Readonly<Record<SubgraphName, Database>>;
  readonly logged: unknown[];
  /** As a persona, as anybody else with a token, or as nobody. */
  ask<Data>(query: string, as?: Asking, variables?: object): Promise<Answer<Data>>;
  /** From now on it is noon of this day in Massachusetts, for all four subgraphs. */
  moveTo(day: string): void;
  close(): Promise<void>;
};

type Clock = () => Date;
type Opened = { readonly database: Database; readonly parts: SubgraphParts };
type Wired = { readonly transport: TransportOptions; close(): Promise<void> };

const open = (urls: DatabaseUrls, logged: unknown[], clock: Clock): Promise<readonly Opened[]> =>
  Promise.all(
    PARTS.map(async ({ database: which, load }) => {
      const database = openDatabase(urls[which]);
      const create = await load();
      const log = (error: unknown) => logged.push(error);
      return { database, parts: create(database, log, clock) };
    }),
  );

const inProcess = (opened: readonly Opened[]): Wired => ({
  transport: {
    kind: 'local',
    subgraphs: new Map(opened.map(({ parts }) => [parts.name, createLocalSubgraph(parts)])),
  },
  close: async () => {},
});

/** Four servers that listen, each on a port of its own. */
async function overHttp(opened: readonly Opened[]): Promise<Wired> {
  const served = await Promise.all(
    opened.map(async ({ parts }) => {
      const key = subgraphKey(SECRET, parts.name);
      const app = await createHttpSubgraph(parts, { key, ready: async () => true });
      const origin = await app.listen({ host: '127.0.0.1', port: 0 });
      return { app, entry: [parts.name, `${origin}/graphql`] as const };
    }),
  );
  return {
    transport: {
      kind: 'http',
      secret: SECRET,
      urls: new Map<string, string>(served.map(({ entry }) => entry)),
    },
    close: async () => {
      await Promise.all(served.map(({ app }) => app.close()));
    },
  };
}

function databasesBy(opened: readonly Opened[]): Graph['databases'] {
  const of = (name: SubgraphName) => {
    const found = opened.find(({ parts }) => parts.name === name);
    if (!found) throw new Error(`There is no subgraph "${name}".`);
    return found.database;
  };
  return {
    'schools-and-network': of('schools-and-network'),
    'employers-and-sites': of('employers-and-sites'),
    'students-and-mycap': of('students-and-mycap'),
    placements: of('placements'),
  };
}

const THREAD = createPlanningThread();
/** One thread for all graphs of a test file. */
const PLANNING: Planning = { ...THREAD, close: async () => {} };

/** The whole graph over four databases: the gateway listens, and personas sign in. */
export async function startGraph(
  kind: TransportKind,
  urls: DatabaseUrls,
  begin = NOW,
): Promise<Graph> {
  let now = begin;
  const logged: unknown[] = [];
  const fetched: string[] = [];
  const opened = await open(urls, logged, () => now);
  const wired = kind === 'local' ? inProcess(opened) : await overHttp(opened);
  const key = await newKey();
  const devIssuer = await createDevIssuer(key);
  const signIn = await createSignIn(devIssuer, key);
  const write = (fields: object) => logged.push(fields);
  const gateway = await createGateway({
    supergraph: { sdl: readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8') },
    transport: wired.transport,
    identity: createIdentity([devIssuer.issuer], Date.now),
    devIssuer,
    graphiql: { operations: readSampleOperations(join(SCHEMA, 'operations')) },
    corsOrigins: [],
    ready: async () => true,
    log: { info: write, warn: write, error: write },
    onFetch: (subgraph) => fetched.push(subgraph),
    planning: PLANNING,
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const statements = () => opened.reduce((sum, { database }) => sum + database.statements(), 0);

  return {
    origin,
    databases: databasesBy(opened),
    logged,
    moveTo(day) {
      now = new Date(`${day}T16:00:00Z`);
    },
    async ask<Data>(query: string, as?: Asking, variables: object = {}): Promise<Answer<Data>> {
      const token = as ? await signIn(origin, as) : null;
      const before = statements();
      fetched.length = 0;
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const cost = { fetched: [...fetched], statements: statements() - before };
      return { ...JSON.parse(text), ...cost, status: response.status, text };
    },
    async close() {
      await gateway.close();
      await wired.close();
      await Promise.all(opened.map(({ database }) => database.close()));
    },
  };
}

/** The codes of an answer's errors, in order. */
export const codesOf = ({ errors }: Answer) => errors?.map(({ extensions }) => extensions.code);
