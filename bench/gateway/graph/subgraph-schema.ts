import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import { type Name, ROOTS } from './subgraph-roots.ts';

export const sdlOf = (name: Name): string =>
  readFileSync(join(import.meta.dirname, `${name}.graphql`), 'utf8');

/** What a federation library would add. */
function executable(sdl: string): string {
  const entities = [...sdl.matchAll(/^type (\w+) @key/gm)].map(([, type]) => type);
  const query = /^type Query/m.test(sdl) ? 'extend type Query' : 'type Query';
  return `${sdl}
scalar _Any
union _Entity = ${entities.join(' | ')}
${query} { _entities(representations: [_Any!]!): [_Entity]! }`;
}

function schemaOf(name: Name): GraphQLSchema {
  return buildSchema(executable(sdlOf(name)), { assumeValid: true, assumeValidSDL: true });
}

export type Request = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
};

/** Answers by graphql-js: slowly, and each request that is sent once. */
export function createAnswer(name: Name): (request: Request) => Promise<string> {
  const schema = schemaOf(name);
  const { entity, ...fields } = ROOTS[name];
  const rootValue = {
    ...fields,
    _entities: ({ representations }: { representations: Parameters<typeof entity>[0][] }) =>
      representations.map(entity),
  };
  return async ({ query, variables, operationName }) => {
    const document = parse(query);
    const result = await execute({
      schema,
      document,
      rootValue,
      variableValues: variables,
      operationName,
    });
    return JSON.stringify(result);
  };
}
