import { GraphQLError } from 'graphql';
import { type DocumentLimits, LIMIT_CODES, type LimitName } from './limits.ts';

/** What each limit counts, as a caller reads it after "The document has". */
const WORDS: Readonly<Record<LimitName, string>> = {
  characters: 'characters',
  lines: 'lines',
  tokens: 'tokens',
  operations: 'operations',
  fragments: 'fragments',
  depth: 'levels of selections',
  selections: 'selections with its fragments written out',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
  repeats: 'selections of one field of the answer',
  cost: 'objects to read by its estimated cost',
};

/** `exactly` where the count was ended at the limit says 'more': the true number is not known. */
export function overLimit(
  name: LimitName,
  limits: DocumentLimits,
  found: number,
  exactly: 'exact' | 'more' = 'exact',
): GraphQLError {
  const limit = limits[name];
  const count = exactly === 'exact' ? `${found}` : `more than ${limit}`;
  return new GraphQLError(
    `The document has ${count} ${WORDS[name]}; the limit is ${limit}. Ask for less, or in several requests.`,
    { extensions: { code: LIMIT_CODES[name], limit, found } },
  );
}
