import { GraphQLError, getOperationAST, parse } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberCompiled } from '../../../gateway/engine/compiled-operations.ts';
import { NoPlan, tooComplex } from '../../../gateway/planning/refusals.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

/** How often an operation is planned that is asked for twice, so far apart, where planning ends like this. */
async function plannedBy(error: Error, apartMs: number): Promise<number> {
  const compile = vi.fn(() => Promise.reject(error));
  const document = parse('{ a }');
  const definition = getOperationAST(document);
  if (!definition) throw new Error('The document has no operation.');
  const compiledFor = rememberCompiled(compile)({ document, definition, length: 5 });
  const ask = async () => compiledFor({}, new Map());
  await expect(ask()).rejects.toBe(error);
  vi.advanceTimersByTime(apartMs);
  await expect(ask()).rejects.toBe(error);
  return compile.mock.calls.length;
}

it('a document that took too long to plan is tried again after a minute', async () => {
  expect(await plannedBy(tooComplex(2_000), 59_000)).toBe(1);
  expect(await plannedBy(tooComplex(2_000), 61_000)).toBe(2);
});

it('a document that has no plan has none later', async () => {
  expect(await plannedBy(new NoPlan('There is no way.'), 24 * 3_600_000)).toBe(1);
});

it('what failed otherwise is tried again at once', async () => {
  const busy = new GraphQLError('Busy.', { extensions: { code: 'OVERLOADED' } });
  expect(await plannedBy(busy, 0)).toBe(2);
  expect(await plannedBy(new Error('It broke.'), 0)).toBe(2);
});
