import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql } from 'graphql';
import type { GraphiqlOptions } from '../../gateway/graphiql/options.ts';
import { registerGraphiql } from '../../gateway/graphiql/routes.ts';
import { closeUnusedConnections } from '../../platform/unused-connections.ts';

const schema = buildSchema(`
  """The graph that the browser test asks."""
  schema { query: Query }
  type Query {
    "Who asks: the bearer token, as it came."
    asks: String
    double(number: Int!): Int!
  }
`);

export const OPERATIONS = [
  { name: 'WhoAsks', document: 'query WhoAsks {\n  asks\n}\n' },
  {
    name: 'Double',
    document: 'query Double($number: Int!) {\n  double(number: $number)\n}\n',
    variables: '{ "number": 21 }',
  },
  { name: 'Hostile', document: '# </script><!--\nquery Hostile {\n  asks\n}\n' },
] as const;

export type GraphiqlServer = {
  readonly app: FastifyInstance;
  readonly url: string;
  /** Headers of every request to `/graphql`, in order. */
  readonly asked: Record<string, unknown>[];
  /** From now on this token is refused with 401. */
  readonly revoke: (token: string) => void;
};

/** A small gateway: real HTTP and a real schema behind the page, and tokens counted per persona. */
export async function startGraphiqlServer({
  personas,
  operations = OPERATIONS,
}: Pick<GraphiqlOptions, 'personas'> & Partial<GraphiqlOptions>): Promise<GraphiqlServer> {
  const app = Fastify();
  closeUnusedConnections(app);
  const asked: Record<string, unknown>[] = [];
  const revoked = new Set<string>();
  let issued = 0;
  registerGraphiql(app, { endpoint: '/graphql', operations, personas });

  app.post<{ Body: { persona: string } }>('/dev/token', async ({ body }) => {
    issued += 1;
    return { token: `${body.persona}-${issued}` };
  });

  app.post<{ Body: { query: string; variables?: Record<string, unknown> } }>(
    '/graphql',
    async ({ headers, body }, reply) => {
      asked.push(headers);
      const token = headers.authorization?.replace('Bearer ', '') ?? null;
      if (token !== null && revoked.has(token)) {
        return reply.code(401).send({ errors: [{ message: 'The token is refused.' }] });
      }
      const { query: source, variables } = body;
      return graphql({ schema, source, rootValue: rootFor(token), variableValues: variables });
    },
  );

  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, url, asked, revoke: (token) => revoked.add(token) };
}

const rootFor = (token: string | null) => ({
  asks: token,
  double: ({ number }: { number: number }) => number * 2,
});
