import { type Actor, PUBLIC_ACTOR } from '../../platform/actor.ts';
import type { Database } from '../../platform/database.ts';
import { createLocalSubgraph, type SubgraphParts } from '../../platform/graphql/local-subgraph.ts';
import type { CreateSubgraph } from '../../platform/serve.ts';
import type { SubgraphName, SubgraphResponse } from '../../platform/subgraph.ts';
import { startTestDatabases } from './test-database.ts';

/** In fiscal year 2027, at noon in Massachusetts. */
export const NOW = new Date('2026-10-05T16:00:00Z');

type Question = { readonly as?: Actor; readonly at?: Date } & Readonly<Record<string, unknown>>;

export type SubgraphUnderTest = {
  readonly database: Database;
  readonly parts: SubgraphParts;
  /** What is not meant for callers and went to the log instead. */
  readonly logged: unknown[];
  /** What the subgraph answers; `as` nobody and `at` {@link NOW} unless said, the rest are variables. */
  ask(query: string, question?: Question): Promise<SubgraphResponse>;
  /** The answer, and how many statements it took. */
  count(
    query: string,
    question?: Question,
  ): Promise<SubgraphResponse & { readonly statements: number }>;
  stop(): Promise<void>;
};

/** One subgraph over an empty database of its own, asked in this process. */
export async function startSubgraph(
  name: SubgraphName,
  create: CreateSubgraph,
): Promise<SubgraphUnderTest> {
  const databases = await startTestDatabases();
  const database = await databases.create(name);
  const logged: unknown[] = [];
  let now = NOW;
  const parts = create(
    database,
    (error) => logged.push(error),
    () => now,
  );
  const subgraph = createLocalSubgraph(parts);

  const ask: SubgraphUnderTest['ask'] = (
    query,
    { as: actor = PUBLIC_ACTOR, at = NOW, ...variables } = {},
  ) => {
    now = at;
    return subgraph.execute({ query, variables }, { actor, requestId: 'test' });
  };
  return {
    database,
    parts,
    logged,
    ask,
    async count(query, question) {
      const before = database.statements();
      const answer = await ask(query, question);
      return { ...answer, statements: database.statements() - before };
    },
    stop: databases.stop,
  };
}

/** The codes of an answer's errors, in order. */
export const codesOf = ({ errors }: Pick<SubgraphResponse, 'errors'>) =>
  errors?.map(({ extensions }) => extensions?.code);

/** Representations of entities by their keys. */
export const representations = (typeName: string, key: string, values: readonly string[]) =>
  values.map((value) => ({ __typename: typeName, [key]: value }));
