import { GraphQLError } from 'graphql';
import { INTROSPECTED_LIMIT, type Introspected } from './introspect.ts';

/** Planning was ended, in time or memory. */
export const tooComplex = (budgetMs: number) =>
  new GraphQLError(
    `Planning the document took more than ${budgetMs} ms. Select less, or with fewer fragments on interfaces and unions.`,
    { extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: budgetMs } },
  );

const tooMuchOfTheSchema = (limit: number, found: number) =>
  new GraphQLError(
    `The answer about the schema has more than ${limit} characters. Ask for less of it.`,
    { extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit, found } },
  );

/** A supergraph has no way to all that an operation asks for; or to what stands at the path, where there is one. */
export class NoPlan extends GraphQLError {
  /** What the planner says: for the log, since it names what clients know nothing of. */
  readonly why: string;
  constructor(why: string, path?: readonly (string | number)[]) {
    const code = 'PLAN_IMPOSSIBLE';
    super('The graph has no way to all that the operation asks for. Ask for less of it.', {
      extensions: { code },
      ...(path && { path }),
    });
    this.why = why;
  }
}

export const tooManyWait = (limit: number) =>
  new GraphQLError(`${limit} new documents wait to be planned. Try again in a moment.`, {
    extensions: { code: 'OVERLOADED', limit },
  });

export const waitedTooLong = (limit: number) =>
  new GraphQLError(
    `The document waited more than ${limit} ms to be planned. Try again in a moment.`,
    { extensions: { code: 'OVERLOADED', limit } },
  );

/** Throws where the answer was too long. */
export function textsOf(introspected: Introspected | number): ReadonlyMap<string, string> {
  if (typeof introspected === 'number') throw tooMuchOfTheSchema(INTROSPECTED_LIMIT, introspected);
  return new Map(introspected);
}
