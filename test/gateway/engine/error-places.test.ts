import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSupergraph } from '../../../gateway/planning/plan-here.ts';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';
import type { SubgraphResponse } from '../../../platform/subgraph.ts';
import { compose } from '../support/gateways.ts';
import { createExecutor } from './support/executor.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires", "@shareable", "@inaccessible"])`;

/** A price that the client must not know of, and sizes of which each subgraph knows a half. */
const supergraph = loadSupergraph(
  compose({
    goods: `${LINK} type Query { goods: [Good] }
      type Good @key(fields: "id") { id: ID! secret: Int @inaccessible owner: Owner
        size: Size @shareable sizes: [Size] @shareable }
      type Owner @key(fields: "id") { id: ID! hidden: Int @inaccessible }
      type Size { width: Int }`,
    tax: `${LINK}
      type Good @key(fields: "id") { id: ID! secret: Int @external owner: Owner @external
        tax: Int @requires(fields: "secret") duty: Int @requires(fields: "owner { hidden }")
        size: Size @shareable sizes: [Size] @shareable }
      type Owner @key(fields: "id") { id: ID! hidden: Int @external }
      type Size { height: Int depth: Int }`,
  }),
);

/** Asks where each subgraph gives these answers, one after the other. */
async function ask(text: string, answers: Readonly<Record<string, readonly SubgraphResponse[]>>) {
  const left = new Map(Object.entries(answers).map(([name, all]) => [name, [...all]]));
  const executor = createExecutor(supergraph, {
    fetch: async (name) => left.get(name)?.shift() ?? { data: {} },
    async close() {},
  });
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('There is not one operation.');
  const vouched = { actor: PUBLIC_ACTOR, requestId: 'places' };
  const asking = { document, definition, variables: {}, documentHash: text, vouched };
  const { data, errors } = await executor(asking);
  return { data, errors: errors?.map(({ message, path }) => [message, path?.join('.')]) };
}

const NOTHING = [{ data: { _entities: [{ tax: null, duty: null }] } }];
const fault = (...path: readonly (string | number)[]) => ({ message: 'Fault.', path });

describe('an error of what only the plan asks for', () => {
  it('is at the object, and has no hidden name', async () => {
    const good = { __typename: 'Good', id: '1', secret: null };
    const answers = {
      goods: [{ data: { goods: [good] }, errors: [fault('goods', 0, 'secret')] }],
    };
    const { errors } = await ask('{ goods { tax } }', { ...answers, tax: NOTHING });
    expect(errors).toEqual([['Fault.', 'goods.0']]);
  });

  it('is at the object that requires it, where it is of an object on the way', async () => {
    const good = { __typename: 'Good', id: '1', owner: null };
    const answers = {
      goods: [{ data: { goods: [good] }, errors: [fault('goods', 0, 'owner', 'hidden')] }],
    };
    const { errors } = await ask('{ goods { duty } }', { ...answers, tax: NOTHING });
    expect(errors).toEqual([['Fault.', 'goods.0']]);
  });

  it('keeps what the client calls so, and ends before another field that it calls the same', async () => {
    const good = { __typename: 'Good', id: '1', secret: null, secret__1: '1' };
    const answers = {
      goods: [
        {
          data: { goods: [good] },
          errors: [fault('goods', 0, 'secret__1'), fault('goods', 0, 'secret')],
        },
      ],
    };
    const { errors } = await ask('{ goods { tax secret: id } }', { ...answers, tax: NOTHING });
    expect(errors).toEqual([
      ['Fault.', 'goods.0.secret'],
      ['Fault.', 'goods.0'],
    ]);
  });
});

describe('a value object that is null in one subgraph, with an error', () => {
  const good = { __typename: 'Good', id: '1' };

  it('is one error, whatever its other half is', async () => {
    const answers = {
      goods: [{ data: { goods: [{ ...good, size: { width: 1 } }] } }],
      tax: [
        { data: { _entities: [{ size: null }] }, errors: [fault('_entities', 0, 'size', 'depth')] },
      ],
    };
    const { data, errors } = await ask('{ goods { size { width height depth } } }', answers);
    expect(data).toEqual({ goods: [{ size: { width: 1, height: null, depth: null } }] });
    expect(errors).toEqual([['Fault.', 'goods.0.size.depth']]);
  });

  it('is one error for a whole list, too', async () => {
    const sizes = [{ width: 1 }, { width: 2 }];
    const answers = {
      goods: [{ data: { goods: [{ ...good, sizes }] } }],
      tax: [
        {
          data: { _entities: [{ sizes: null }] },
          errors: [fault('_entities', 0, 'sizes', 1, 'depth')],
        },
      ],
    };
    const { errors } = await ask('{ goods { sizes { width height } } }', answers);
    expect(errors).toEqual([['Fault.', 'goods.0.sizes.1']]);
  });

  it('is one error, too, where the other half comes from a later fetch', async () => {
    const answers = {
      goods: [{ data: { goods: [{ ...good, size: null }] }, errors: [fault('goods', 0, 'size')] }],
      tax: [{ data: { _entities: [{ size: { height: 2 } }] } }],
    };
    const { data, errors } = await ask('{ goods { size { width height } } }', answers);
    expect(data).toEqual({ goods: [{ size: { width: null, height: 2 } }] });
    expect(errors).toEqual([['Fault.', 'goods.0.size']]);
  });

  it('without an error is an error for what is missing', async () => {
    const answers = {
      goods: [{ data: { goods: [{ ...good, size: { width: 1 } }] } }],
      tax: [{ data: { _entities: [{ size: null }] } }],
    };
    const { errors } = await ask('{ goods { size { width height } } }', answers);
    expect(errors).toEqual([['No subgraph gave Size.height.', 'goods.0.size.height']]);
  });
});
