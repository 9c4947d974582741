import type { GraphQLError } from 'graphql';
import type { Answer } from './execute.ts';
import { maskError } from './format-error.ts';

/** The answer to an operation as it is sent, in the order and with the end that Apollo Server gives it. */
export function answerText(
  { data, errors }: Answer,
  requestId: string,
  extensions?: object,
): string {
  const fields: string[] = [];
  if (errors.length > 0) fields.push(`"errors":${errorsText(errors, requestId)}`);
  if (data !== undefined) fields.push(`"data":${data}`);
  if (extensions) fields.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${fields.join(',')}}\n`;
}

const errorsText = (errors: readonly GraphQLError[], requestId: string) =>
  JSON.stringify(errors.map((error) => maskError(error.toJSON(), requestId)));
