import { expect, it } from 'vitest';
import { compose } from '../support/gateways.ts';
import { createMadeGraph } from './support/made/made-graph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

const SDLS = {
  one: `${LINK} scalar Long scalar JSON
    input In { long: Long longs: [Long!] = [1] float: Float }
    type Query { echo(long: Long, in: In, json: JSON, float: Float, id: ID, text: String): Int }
    type Mutation { echo(long: Long): Int }`,
};

const graph = createMadeGraph('numbers', SDLS, compose(SDLS));

async function sent(text: string): Promise<readonly string[]> {
  const { asked, errors } = await graph.askEngine({ text, variables: {} });
  expect(errors).toBeUndefined();
  return asked.map(({ query }) => query);
}

it.each([
  ['beyond what JavaScript can say', '{ echo(long: 9007199254740993) }'],
  ['below it', '{ echo(in: { long: -9223372036854775808 }) }'],
  ['with its zeros', '{ echo(in: { longs: [1.10, 2.0, 3] }) }'],
  ['with its exponent', '{ echo(long: 1e3, json: 1E+400) }'],
  ['in an object of a scalar', '{ echo(json: { long: [18446744073709551615, -0] }) }'],
  ['as a default', 'query ($long: Long = 9007199254740993) { echo(long: $long) }'],
  ['in a mutation', 'mutation { echo(long: 9007199254740993) other: echo(long: 1.50) }'],
])(
  'A number of a custom scalar reaches the subgraph as it was written: %s',
  async (_what, text) => {
    const numbers = text.match(/-?\d[\d.]+(?:[eE]\+?\d+)?|-0|\de\d/g) ?? [];
    const queries = (await sent(text)).join(' ');
    expect(numbers.filter((one) => !queries.includes(one))).toEqual([]);
    expect(queries).not.toContain('"');
  },
);

it('A text that looks like such a number on its way stays a text', async () => {
  const text = '{ echo(long: 1.50, text: "#number#1.50", json: "\\"#number##1.50\\"") }';
  const [query = ''] = await sent(text);
  expect(query.replaceAll(/[\s,]/g, '')).toBe(text.replaceAll(/[\s,]/g, ''));
});

it.each(['{ echo(float: -1e400) }', 'query ($in: In = { float: -1e400 }) { echo(in: $in) }'])(
  'A number beyond what a Float can be is refused: %s',
  async (text) => {
    const { data, errors, asked } = await graph.askEngine({ text, variables: {} });
    expect({ data, asked }).toEqual({ data: undefined, asked: [] });
    expect(errors).toEqual([
      {
        message: 'The number -1e400 is more than a Float can be. Give one of 64 bits.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  },
);
