import { expect, it } from 'vitest';
import { askEngine, askMonolith } from './support/shop-graph.ts';

const TEXT = 'query ($on: Boolean = true) { me { id email @include(if: $on) } }';

it('A condition that is null is neither true nor false, and refused', async () => {
  const { data, errors, asked } = await askEngine(TEXT, { on: null });
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('"$on" is null'),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
  expect(asked).toEqual([]);
});

it('A condition that was left out has its default', async () => {
  const { data } = await askEngine(TEXT);
  expect(data).toEqual((await askMonolith(TEXT)).data);
});
