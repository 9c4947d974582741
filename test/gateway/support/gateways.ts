import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createGateway, type GatewayOptions } from '../../../gateway/gateway.ts';
import { everybodyIsPublic } from '../../../gateway/identity.ts';
import type { Log } from '../../../gateway/log.ts';
import { PLANNING_HERE } from '../../../gateway/planning/plan-here.ts';
import type { TransportOptions } from '../../../gateway/transport/choose.ts';
import { subgraphKey } from '../../../platform/actor-token.ts';
import { createHttpSubgraph } from '../../../platform/graphql/http-subgraph.ts';
import { createLocalSubgraph } from '../../../platform/graphql/local-subgraph.ts';
import { fixtures, PLACEMENTS_SDL, STUDENTS_SDL } from './subgraph-fixtures.ts';

export const SECRET_OF_THE_GATEWAY = 'a secret of at least thirty-two characters';

/** Composes any SDLs; `urls` are by name, too. */
export function compose(
  sdls: Readonly<Record<string, string>>,
  urls: Readonly<Record<string, string>> = {},
): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({
      name,
      url: urls[name] ?? 'http://127.0.0.1:1/graphql',
      typeDefs: parse(sdl),
    })),
  );
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

export const fixtureSupergraph = () =>
  compose({ 'students-and-mycap': STUDENTS_SDL, placements: PLACEMENTS_SDL });

/** The fixtures in this process. */
export const localTransport = (timeoutMs?: number): TransportOptions => ({
  kind: 'local',
  subgraphs: new Map(fixtures().map((parts) => [parts.name, createLocalSubgraph(parts)])),
  ...(timeoutMs && { timeoutMs }),
});

/** The fixtures as HTTP servers that take signed requests only. */
export async function servedFixtures() {
  const served = await Promise.all(
    fixtures().map(async (parts) => {
      const key = subgraphKey(SECRET_OF_THE_GATEWAY, parts.name);
      const app = await createHttpSubgraph(parts, { key, ready: async () => true });
      const origin = await app.listen({ host: '127.0.0.1', port: 0 });
      return { name: parts.name, url: `${origin}/graphql`, app };
    }),
  );
  return {
    urls: new Map<string, string>(served.map(({ name, url }) => [name, url])),
    close: async () => {
      await Promise.all(served.map(({ app }) => app.close()));
    },
  };
}

export const httpTransport = (
  urls: ReadonlyMap<string, string>,
  timeoutMs?: number,
): TransportOptions => ({
  kind: 'http',
  secret: SECRET_OF_THE_GATEWAY,
  urls,
  ...(timeoutMs && { timeoutMs }),
});

export type Line = Readonly<Record<string, unknown>> & { readonly message: string };

/** A log that is read by a test. */
export function collectingLog(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ ...fields, said: message, message: String(fields.message ?? message) });
  };
  return { log: { info: write, warn: write, error: write }, lines };
}

/** A gateway that listens, on a free port unless one is given, with what it was asked and what it logged. */
export async function startGateway(
  options: Partial<GatewayOptions> & Pick<GatewayOptions, 'transport'>,
  port = 0,
) {
  const { log, lines } = collectingLog();
  const fetched: string[] = [];
  const gateway = await createGateway({
    supergraph: { sdl: fixtureSupergraph() },
    identity: everybodyIsPublic,
    devIssuer: null,
    graphiql: null,
    corsOrigins: [],
    ready: async () => true,
    log,
    planning: PLANNING_HERE,
    onFetch: (subgraph) => fetched.push(subgraph),
    ...options,
  });
  const origin = await gateway.listen({ host: '127.0.0.1', port });
  return { gateway, origin, lines, fetched, ask: asking(origin) };
}

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
};

/** Posts one operation. */
export const asking =
  (origin: string) =>
  async (
    query: string,
    { variables, headers }: { variables?: object; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, ...JSON.parse(text) };
  };
