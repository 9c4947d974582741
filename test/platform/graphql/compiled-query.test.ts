import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { execute, type GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileQuery } from '../../../platform/graphql/execute/query.ts';
import { type Draw, randomQuery } from './random-query.ts';
import { type Calls, randomSchema } from './random-schema.ts';

const QUERIES = 200;
const VARIABLES = { text: 'given', size: { height: 4 } };
const schema = randomSchema();
const RULES = specifiedRules.filter(({ name }) => !/^NoUnused/.test(name));

/** The messages that name a value or a stray type are written in other words; that there is one, and where, is the same. */
const OWN_WORDS =
  /^(Expected value of type|Expected `|Abstract type|Runtime Object type|"Nothing"|"Box")/;
const told = ({ message, path, nodes, extensions }: GraphQLError) => ({
  message: OWN_WORDS.test(message) ? 'told in own words' : message,
  path,
  nodes: nodes?.length,
  extensions,
});

type Answered = { readonly data?: unknown; readonly errors?: readonly GraphQLError[] | undefined };

async function answerOf(run: (calls: Calls) => Answered | Promise<Answered>, seed: number) {
  const calls: Calls = { seed, log: [] };
  const { data, errors } = await run(calls);
  return { data: JSON.stringify(data), errors: errors?.map(told), log: calls.log };
}

/** Draws from what fast-check generated, and zeros after that, so that what fails shrinks. */
const drawing = (numbers: readonly number[]): Draw => {
  let next = 0;
  return (bound) => (numbers[next++] ?? 0) % bound;
};

/** graphql-js leaves promises behind in a list that failed; what it left there is not to fail this file. */
let unhandled = 0;
const count = () => {
  unhandled += 1;
};
const usual = process.listeners('unhandledRejection');
beforeAll(() => {
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', count);
});
afterAll(() => {
  process.removeListener('unhandledRejection', count);
  for (const listener of usual) process.on('unhandledRejection', listener);
});

describe('a compiled query', () => {
  it('answers what graphql-js answers, with the same errors and calls in the same order', async () => {
    const shape = fc.array(fc.nat(1_000), { minLength: 40, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(shape, fc.nat(), async (numbers, seed) => {
        const document = parse(randomQuery(schema, drawing(numbers)), { noLocation: true });
        expect(validate(schema, document, RULES)).toEqual([]);
        const query = compileQuery(schema, document, undefined);
        if (!query) throw new Error('The query was not compiled.');
        const expected = await answerOf(
          (contextValue) => execute({ schema, document, variableValues: VARIABLES, contextValue }),
          seed,
        );
        await setImmediate();
        unhandled = 0;
        const again = () => answerOf((calls) => query(VARIABLES, calls), seed);
        expect(await again()).toEqual(expected);
        expect(await again()).toEqual(expected);
        await setImmediate();
        expect(unhandled).toBe(0);
      }),
      { numRuns: QUERIES },
    );
  });

  it('refuses variables in the words of graphql-js', async () => {
    const document = parse('query ($id: ID!, $by: Int) { box(id: $id) { id } }');
    const variables = { by: 'many' };
    expect(await compileQuery(schema, document, undefined)?.(variables, {})).toEqual(
      execute({ schema, document, variableValues: variables }),
    );
  });

  it('introspects', async () => {
    const document = parse('{ __schema { queryType { name } } __type(name: "Box") { kind } }');
    const answer = await compileQuery(schema, document, undefined)?.({}, {});
    expect(JSON.stringify(answer)).toBe(JSON.stringify(execute({ schema, document })));
  });

  it('keeps an answer named like what objects inherit', async () => {
    const document = parse('{ __proto__: __typename constructor: __typename }');
    const answer = await compileQuery(schema, document, undefined)?.({}, {});
    expect(JSON.stringify(answer)).toBe('{"data":{"__proto__":"Query","constructor":"Query"}}');
  });

  it.each([
    'mutation { a }',
    'query A { __typename } query B { __typename }',
    'query ($on: Boolean!) { box(id: 1) @include(if: $on) { id } }',
  ])('is not made of %s', (text) => {
    expect(compileQuery(schema, parse(text), undefined)).toBeNull();
  });
});
