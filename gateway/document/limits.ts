import { z } from 'zod';
import type { ErrorCode } from '../../platform/errors.ts';

/** What a document may be at most, before it is validated or planned. Fragments count as written out. */
export type DocumentLimits = {
  readonly characters: number;
  readonly lines: number;
  readonly tokens: number;
  readonly operations: number;
  readonly fragments: number;
  readonly depth: number;
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly repeats: number;
  readonly cost: number;
};
export type LimitName = keyof DocumentLimits;

/** The longest operation of a front-end that we know has 150 tokens, 10 levels and 70 selections. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  characters: 64 * 1024,
  /** Each place that an error names is found by counting lines from the first. */
  lines: 2_000,
  tokens: 4_000,
  /** Validation and planning look at all of them for the one that is asked for. */
  operations: 50,
  /** Validation compares those that are spread in one place, each with each. */
  fragments: 100,
  /** The introspection that GraphiQL sends has 15. */
  depth: 20,
  selections: 2_000,
  aliases: 100,
  rootFields: 50,
  directives: 100,
  /** Selections that one field of the answer is made of: validation compares each with each. */
  repeats: 50,
  /** Objects: a page of 100 students with 25 placements each, with site and reviews, is under 20,000. */
  cost: 50_000,
};

export const LIMIT_CODES = {
  characters: 'DOCUMENT_TOO_LARGE',
  lines: 'DOCUMENT_TOO_MANY_LINES',
  tokens: 'DOCUMENT_TOO_MANY_TOKENS',
  operations: 'DOCUMENT_TOO_MANY_OPERATIONS',
  fragments: 'DOCUMENT_TOO_MANY_FRAGMENTS',
  depth: 'DOCUMENT_TOO_DEEP',
  selections: 'DOCUMENT_TOO_MANY_SELECTIONS',
  aliases: 'DOCUMENT_TOO_MANY_ALIASES',
  rootFields: 'DOCUMENT_TOO_MANY_ROOT_FIELDS',
  directives: 'DOCUMENT_TOO_MANY_DIRECTIVES',
  repeats: 'DOCUMENT_TOO_MANY_REPEATS',
  cost: 'COST_EXCEEDED',
} as const satisfies Readonly<Record<LimitName, ErrorCode>>;

const limit = (name: LimitName) =>
  z.coerce.number().int().positive().default(DOCUMENT_LIMITS[name]);

/** The same limits from the environment: `LIMIT_DEPTH=12`. */
export const limitVariables = {
  LIMIT_CHARACTERS: limit('characters'),
  LIMIT_LINES: limit('lines'),
  LIMIT_TOKENS: limit('tokens'),
  LIMIT_OPERATIONS: limit('operations'),
  LIMIT_FRAGMENTS: limit('fragments'),
  LIMIT_DEPTH: limit('depth'),
  LIMIT_SELECTIONS: limit('selections'),
  LIMIT_ALIASES: limit('aliases'),
  LIMIT_ROOT_FIELDS: limit('rootFields'),
  LIMIT_DIRECTIVES: limit('directives'),
  LIMIT_REPEATS: limit('repeats'),
  LIMIT_COST: limit('cost'),
};

export const documentLimits = (
  env: Readonly<Record<keyof typeof limitVariables, number>>,
): DocumentLimits => ({
  characters: env.LIMIT_CHARACTERS,
  lines: env.LIMIT_LINES,
  tokens: env.LIMIT_TOKENS,
  operations: env.LIMIT_OPERATIONS,
  fragments: env.LIMIT_FRAGMENTS,
  depth: env.LIMIT_DEPTH,
  selections: env.LIMIT_SELECTIONS,
  aliases: env.LIMIT_ALIASES,
  rootFields: env.LIMIT_ROOT_FIELDS,
  directives: env.LIMIT_DIRECTIVES,
  repeats: env.LIMIT_REPEATS,
  cost: env.LIMIT_COST,
});
