import { COSTLY } from './costly.ts';
import { FLOODS } from './floods.ts';
import type { Family, Hostile } from './hostile.ts';
import { MALFORMED } from './malformed.ts';
import { MULTIPLYING } from './multiplying.ts';
import { NESTING } from './nesting.ts';
import { randomOf } from './random.ts';
import { SCHEMA_QUESTIONS } from './schema-questions.ts';
import { VALUES } from './values.ts';

const FAMILIES: readonly (readonly [string, Family])[] = Object.entries({
  ...NESTING,
  ...FLOODS,
  ...MULTIPLYING,
  ...VALUES,
  ...SCHEMA_QUESTIONS,
  ...COSTLY,
  ...MALFORMED,
});

export const FAMILY_COUNT = FAMILIES.length;

export type HostileDocument = Hostile & { readonly family: string; readonly seed: number };

/** The families take turns; the seed decides the rest. */
export function hostileDocument(seed: number): HostileDocument {
  const [family, make] = FAMILIES[seed % FAMILIES.length] ?? ['', () => ({ query: '' })];
  return { ...make(randomOf(seed)), family, seed };
}

/** The texts by which the stock gateway was brought down; each is refused. */
export const KNOWN_BAD: Readonly<Record<string, string>> = {
  '1.4 KB of nested fragments': nestedFragments(),
  'a fragment that multiplies over lists':
    '{ nodes { nodes { ...F0 } } } fragment F0 on Node { friends { ...F1 } } fragment F1 on Node { friends { ...F2 } } fragment F2 on Node { friends { ...F3 } } fragment F3 on Node { friends { ...F4 } } fragment F4 on Node { friends { ...F5 } } fragment F5 on Node { friends { ...F6 } } fragment F6 on Node { friends { ...F7 } } fragment F7 on Node { friends { friends { friends { friends { id } } } } }',
  '4,000 aliased root fields': `{ ${Array.from({ length: 4_000 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
};

/** Each fragment spreads the next three times, under names of its own. */
function nestedFragments(): string {
  const fragments = Array.from(
    { length: 16 },
    (_, i) =>
      `fragment F${i} on Node { a${i}: next { ...F${i + 1} } b${i}: other { ...F${i + 1} } c${i}: next { id } }`,
  );
  return `{ node { ...F0 } } ${fragments.join(' ')} fragment F16 on Node { id }`;
}
