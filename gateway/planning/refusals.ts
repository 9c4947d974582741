import { GraphQLError } from 'graphql';

/** Planning was ended, in time or memory. */
export const tooComplex = (budgetMs: number) =>
  new GraphQLError(
    `Planning the document took more than ${budgetMs} ms. Select less, or with fewer fragments on interfaces and unions.`,
    { extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: budgetMs } },
  );

export const tooManyWait = (limit: number) =>
  new GraphQLError(`${limit} new documents wait to be planned. Try again in a moment.`, {
    extensions: { code: 'OVERLOADED', limit },
  });
