/**
 * Every code that a caller can meet, with what it means. `docs/operations.md` shows this table with what
 * to do about each, and the gateway lets no other code through.
 */
export const ERROR_CODES = {
  // What a caller did.
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and none was named.',
  BAD_REQUEST: 'The HTTP request is not a GraphQL request.',
  BAD_USER_INPUT: 'An argument or a variable has a value that cannot be right.',
  NOT_FOUND: 'There is nothing with that id, or at that address, or nothing that you may see.',
  RULE_VIOLATED: 'A rule of the domain forbids it; `rule` names the rule.',
  CONFLICT: 'Somebody else changed it first, or the idempotency key was used for another input.',
  // What they may not.
  UNAUTHENTICATED: 'There is no valid token, and this needs one.',
  FORBIDDEN_FIELD: 'Your role may not read this field.',
  FORBIDDEN: 'Your role may not do this.',
  // What was too much.
  REQUEST_TOO_LARGE: 'The request body is larger than the gateway reads.',
  DOCUMENT_TOO_LARGE: 'The document has more characters than are read; `limit` and `found` say it.',
  DOCUMENT_TOO_MANY_LINES: 'The document has too many lines.',
  DOCUMENT_TOO_MANY_TOKENS: 'The document has too many tokens.',
  DOCUMENT_TOO_MANY_OPERATIONS: 'The document has too many operations.',
  DOCUMENT_TOO_MANY_FRAGMENTS: 'The document has too many fragments.',
  DOCUMENT_TOO_DEEP: 'Its selections are nested too deep.',
  DOCUMENT_TOO_MANY_SELECTIONS: 'It selects too much, with its fragments written out.',
  DOCUMENT_TOO_MANY_ALIASES: 'It has too many aliases.',
  DOCUMENT_TOO_MANY_ROOT_FIELDS: 'It has too many root fields.',
  DOCUMENT_TOO_MANY_DIRECTIVES: 'It has too many directives.',
  DOCUMENT_TOO_MANY_REPEATS: 'It selects one field of the answer too often.',
  DOCUMENT_TOO_COMPLEX: 'It takes too long to plan, or asks for too much of the schema.',
  PLAN_IMPOSSIBLE: 'No plan answers all of its fields rightly.',
  OVERLOADED: 'More is asked than can be answered now. Try again in a moment.',
  COST_EXCEEDED: 'Its answer could have too many objects.',
  ANSWER_TOO_LARGE: 'The answer, or the list of its errors, is too large.',
  // What broke.
  SUBGRAPH_UNAVAILABLE: 'A part of the graph did not answer; its fields are null.',
  SUBGRAPH_TIMEOUT: 'A part of the graph did not answer in time; its fields are null.',
  SUBGRAPH_BAD_RESPONSE:
    'A part of the graph gave an answer that cannot be right; its fields are null.',
  DATABASE_UNAVAILABLE: 'A database did not answer.',
  INTERNAL: 'Something of ours broke; the log has it under this request id.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error meant for the caller. graphql-js copies `extensions` into the response. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: ErrorCode };
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.extensions = { ...details, code };
  }
}

export const notFound = (type: string, id: string) =>
  new DomainError('NOT_FOUND', `No ${type} with id "${id}".`, { type, id });

export const badUserInput = (message: string, details?: Record<string, unknown>) =>
  new DomainError('BAD_USER_INPUT', message, details);

/** `rule` is a stable name that a client can switch on. */
export const ruleViolated = (rule: string, message: string) =>
  new DomainError('RULE_VIOLATED', message, { rule });

export const conflict = (message: string) => new DomainError('CONFLICT', message);

export const unauthenticated = (what: string) =>
  new DomainError(
    'UNAUTHENTICATED',
    `${what} needs a signed-in user. Send "Authorization: Bearer <token>".`,
  );

export const forbidden = (role: string, what: string) =>
  new DomainError('FORBIDDEN', `Role ${role} may not ${what}.`, { role });
