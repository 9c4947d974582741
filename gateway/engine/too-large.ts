import { GraphQLError } from 'graphql';

/** Errors of one answer that are listed: a page of a hundred, with five fields each that the caller may not read. */
const ERRORS_LISTED = 500;

/** Adds an error, as long as there are few enough to be read by anybody. The last one says that there are more. */
export function report(errors: GraphQLError[], make: () => GraphQLError): void {
  if (errors.length < ERRORS_LISTED) errors.push(withoutStack(make));
  else if (errors.length === ERRORS_LISTED) errors.push(tooManyErrors());
}

/** Where in our code it was made says nothing of what a subgraph said, and takes ten times as long as all else of it. */
function withoutStack(make: () => GraphQLError): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

export const listsAll = (errors: readonly GraphQLError[]) => errors.length <= ERRORS_LISTED;

const tooManyErrors = () =>
  new GraphQLError(
    `There are more than ${ERRORS_LISTED} errors; the others are not listed. Ask for less, or for smaller pages.`,
    { extensions: { code: 'ANSWER_TOO_LARGE', limit: ERRORS_LISTED } },
  );

/** The text so far of an answer that is being written. Throws what is sent instead, where it is too long. */
export function within(limit: number, text: string): string {
  if (text.length > limit) throw tooLarge(limit);
  return text;
}

const tooLarge = (limit: number) =>
  notSent(limit, `${hasMoreThan(limit)} Ask for less, or for smaller pages.`);

/** Said of a mutation, which its client must not take for refused. */
export const mutationTooLarge = (limit: number) =>
  notSent(
    limit,
    `The mutation was carried out, but for what other errors name. ${hasMoreThan(limit)} Where it had an idempotency key, send it again with the same key and input, and ask for less: nothing is done twice.`,
  );

const hasMoreThan = (limit: number) =>
  `The answer has more than ${limit} characters, and is not sent.`;

const notSent = (limit: number, message: string) =>
  new GraphQLError(message, { extensions: { code: 'ANSWER_TOO_LARGE', limit } });
