import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDevIssuer } from '../../../gateway/dev-issuer/dev-issuer.ts';
import { newKey } from '../../../gateway/dev-issuer/key.ts';
import { createGateway } from '../../../gateway/gateway.ts';
import { createIdentity } from '../../../gateway/identity.ts';
import { createPlanningThread } from '../../../gateway/planning/planning-thread.ts';
import { subgraphKey } from '../../../platform/actor-token.ts';
import { openDatabase } from '../../../platform/database.ts';
import { createHttpSubgraph } from '../../../platform/graphql/http-subgraph.ts';
import { PARTS } from '../../../scripts/graph/parts.ts';
import { startProxy } from '../../gateway/support/proxy.ts';
import { type Demo, NOW } from '../support/demo.ts';
import { createSignIn } from '../support/sign-in.ts';

const NAME = 'students-and-mycap';
const SECRET = 'a secret of at least thirty-two characters';
const SUPERGRAPH = join(import.meta.dirname, '..', '..', '..', 'schema', 'supergraph.graphql');
const log = { info() {}, warn() {}, error() {} };

/** The subgraph of students, over its database, as an HTTP server. */
async function serveStudents({ urls }: Demo) {
  const part = PARTS.find(({ name }) => name === NAME);
  if (!part) throw new Error(`There is no subgraph "${NAME}".`);
  const create = await part.load();
  const database = openDatabase(urls.students);
  const parts = create(
    database,
    () => {},
    () => NOW,
  );
  const app = await createHttpSubgraph(parts, {
    key: subgraphKey(SECRET, NAME),
    ready: async () => true,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, database, url: new URL(`${origin}/graphql`) };
}

/** A gateway that reaches the students through a proxy; a fetch that hangs is given up after `timeoutMs`. */
export async function startBehindProxy(demo: Demo, timeoutMs: number) {
  const { app, database, url } = await serveStudents(demo);
  const proxy = await startProxy(url);
  const key = await newKey();
  const devIssuer = await createDevIssuer(key);
  const gateway = await createGateway({
    supergraph: { sdl: readFileSync(SUPERGRAPH, 'utf8') },
    transport: { kind: 'http', secret: SECRET, urls: new Map([[NAME, proxy.url]]), timeoutMs },
    identity: createIdentity([devIssuer.issuer], Date.now),
    devIssuer,
    graphiql: null,
    corsOrigins: [],
    ready: async () => true,
    log,
    planning: createPlanningThread(),
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const token = await (await createSignIn(devIssuer, key))(origin, 'student');

  return {
    proxy,
    database,
    async ask(query: string, variables: object) {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as {
        readonly data: unknown;
        readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
      };
    },
    async close() {
      await gateway.close();
      await proxy.close();
      await app.close();
      await database.close();
    },
  };
}
