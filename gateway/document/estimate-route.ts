import type { FastifyInstance } from 'fastify';
import { type DocumentNode, GraphQLError, getOperationAST, parse } from 'graphql';
import { z } from 'zod';
import { badUserInput } from '../../platform/errors.ts';
import { maskError } from '../format-error.ts';
import type { Identity } from '../identity.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { Admit } from './admission.ts';
import { compileCost } from './cost.ts';
import { readFragments } from './fragments.ts';
import { validateDocument } from './validate.ts';
import { readVariables } from './variables.ts';

export const COST_PATH = '/graphql/cost';

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type EstimateRoute = {
  readonly identity: Identity;
  readonly admit: Admit;
  readonly supergraph: () => LoadedSupergraph;
  readonly costLimit: number;
};

/** A dry run: what an operation would be estimated at, without executing it. */
export function registerEstimate(app: FastifyInstance, options: EstimateRoute): void {
  const { identity, admit, supergraph, costLimit } = options;

  app.post(COST_PATH, async (request, reply) => {
    await identity(request.headers.authorization);
    const body = Body.safeParse(request.body);
    if (!body.success)
      throw badUserInput('The body must be {"query", "variables", "operationName"}.');
    const { query, variables, operationName } = body.data;
    const refusal = admit(query);
    const estimated = refusal
      ? [refusal]
      : estimate(supergraph(), query, variables ?? {}, operationName ?? undefined);
    if (typeof estimated === 'number')
      return { estimated, limit: costLimit, allowed: estimated <= costLimit };
    return reply
      .status(400)
      .send({ errors: estimated.map((error) => maskError(error.toJSON(), request.id)) });
  });
}

type Values = Readonly<Record<string, unknown>>;

const failed = (code: string, message: string) => [
  new GraphQLError(message, { extensions: { code } }),
];
const coded = (code: string, errors: readonly GraphQLError[]) =>
  errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code } }));

/** The estimate, or why there is none. */
function estimate(
  supergraph: LoadedSupergraph,
  text: string,
  variables: Values,
  operationName: string | undefined,
): number | readonly GraphQLError[] {
  const document = parseOrNull(text);
  if (!document) return failed('GRAPHQL_PARSE_FAILED', 'The document is not GraphQL.');
  const invalid = validateDocument(supergraph.apiSchema, document);
  if (invalid.length > 0) return coded('GRAPHQL_VALIDATION_FAILED', invalid);
  const definition = getOperationAST(document, operationName);
  if (!definition)
    return failed(
      'OPERATION_RESOLUTION_FAILURE',
      'Name one operation of the document in "operationName".',
    );
  const { coerced, errors } = readVariables(
    supergraph.apiSchema,
    definition.variableDefinitions ?? [],
    variables,
  );
  if (errors) return errors;
  const fragments = readFragments(document.definitions);
  const cost = compileCost(supergraph.schema, definition, fragments)(coerced);
  return typeof cost === 'number' ? cost : [cost];
}

function parseOrNull(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
