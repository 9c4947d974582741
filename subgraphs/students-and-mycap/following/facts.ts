import { z } from 'zod';
import type { Fact } from '../../../platform/feed/fact.ts';
import { DAY_SHAPE } from '../../../platform/ids.ts';

/** A day as facts write it. */
export const day = z.string().regex(DAY_SHAPE);

/** A page's facts: what there is now, read by `shape`, and the keys of what is gone. */
export function readFacts<Body>(facts: readonly Fact[], shape: z.ZodType<Body>) {
  const there = facts.filter(({ body }) => body !== null);
  return {
    there: there.map(({ key, body }) => ({ key, ...shape.parse(body) })),
    gone: facts.filter(({ body }) => body === null).map(({ key }) => key),
  };
}
