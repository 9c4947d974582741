import { describe, expect, it } from 'vitest';
import { NoPlan } from '../../../gateway/planning/refusals.ts';
import { compose, startGateway } from '../support/gateways.ts';
import { createMadeGraph } from './support/made/made-graph.ts';
import { createStock } from './support/made/stock.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])`;

const SDLS = {
  owner: `${LINK} type Query { medals: [Medal!]! } interface Medal @key(fields: "id") { id: ID! motto: Int! }
    type Gold implements Medal @key(fields: "id") { id: ID! motto: Int! carats: Int! }`,
  other: `${LINK} type Query { won: Medal now: Int! }
    type Medal @key(fields: "id") @interfaceObject { id: ID! weight: Int! }`,
};
const INTERFACE_OBJECT = /(graph: OTHER, key: "id"), isInterfaceObject: true/g;

/** As an older composition wrote it, which knew no interface objects: nothing of the other subgraph has a type. */
const UNTYPED = compose(SDLS).replaceAll(INTERFACE_OBJECT, '$1');
/** What no composition writes: the field of the other subgraph cannot be reached. */
const UNREACHABLE = compose(SDLS).replaceAll(INTERFACE_OBJECT, '$&, resolvable: false');

const graphOf = (supergraph: string) => createMadeGraph('one', SDLS, supergraph);
const asked = (selections: string) => ({ text: `query Random ${selections}`, variables: {} });
const REFUSED = {
  errors: [
    {
      message: 'The graph has no way to all that the operation asks for. Ask for less of it.',
      extensions: { code: 'PLAN_IMPOSSIBLE' },
    },
  ],
};

describe('an interface object that no type is known of', () => {
  it('is null without an error from the stock gateway, whose plan is empty', async () => {
    const { ask, close } = await createStock(graphOf(UNTYPED));
    const [alone, beside] = [asked('{ won { motto } }'), asked('{ now won { motto } }')];
    expect(await ask(alone)).toEqual({ data: { won: null } });
    expect(await ask(beside)).toEqual({ data: { now: expect.any(Number), won: null } });
    await close();
  });

  it('is refused where nothing of it can be asked', async () => {
    const { data, errors } = await graphOf(UNTYPED).askEngine(asked('{ won { motto } }'));
    expect({ data, errors }).toEqual({ data: undefined, ...REFUSED });
  });

  it('is null with an error beside what can be asked', async () => {
    const { data, errors } = await graphOf(UNTYPED).askEngine(asked('{ now won { motto } }'));
    expect(data).toEqual({ now: expect.any(Number), won: null });
    expect(errors).toEqual([{ ...REFUSED.errors[0], path: ['won'] }]);
  });

  it('is no empty object where a type of it is asked', async () => {
    const { data, errors } = await graphOf(UNTYPED).askEngine(
      asked('{ won { ... on Gold { carats } } }'),
    );
    expect(data).toEqual({ won: null });
    expect(errors).toEqual([{ ...REFUSED.errors[0], path: ['won'] }]);
  });
});

describe('a field that no plan reaches', () => {
  it.each([
    ['in an interface object', '{ medals { weight } }'],
    ['in one type of it', '{ medals { ... on Gold { weight } } }'],
    ['beside what can be asked', '{ now medals { id weight } }'],
  ])('%s is refused', async (_what, selections) => {
    const { data, errors } = await graphOf(UNREACHABLE).askEngine(asked(selections));
    expect({ data, errors }).toEqual({ data: undefined, ...REFUSED });
  });

  it('is told to the caller without a name of the inside, and to the log with it', async () => {
    const { ask, lines, gateway } = await startGateway({
      supergraph: { sdl: UNREACHABLE },
      transport: { kind: 'local', subgraphs: new Map() },
    });
    const { errors, text } = await ask('{ medals { weight } }');
    await gateway.close();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PLAN_IMPOSSIBLE']);
    expect(text).not.toMatch(/other|owner|options/);
    expect(lines).toContainEqual(
      expect.objectContaining({ why: expect.stringMatching(/any options for weight/) }),
    );
  });
});

it('The planner’s own words are no part of a refusal', () => {
  expect(JSON.stringify(new NoPlan('Medal(other)').toJSON())).not.toContain('other');
});
