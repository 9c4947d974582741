import { PRODUCTS, USERS } from '../graph/rows.ts';
import { mixedOperation } from './mixed-operation.ts';
import { createRandom } from './random.ts';

const SEED = 3;
const OPERATIONS = 200;
/** With how many values of its variables each operation is asked. */
const TIMES_EACH = 3;

const withoutName = (text: string) => text.replace(/^query \w+/, '');

function operations(random: () => number): { name: string; query: string }[] {
  const known = new Map<string, { name: string; query: string }>();
  while (known.size < OPERATIONS) {
    const name = `Mix${known.size}`;
    const query = mixedOperation(random, name);
    if (!known.has(withoutName(query))) known.set(withoutName(query), { name, query });
  }
  return [...known.values()];
}

function valuesOf(random: () => number, query: string): Record<string, unknown> {
  const of = <Row>(rows: readonly Row[]) => rows[Math.floor(random() * rows.length)];
  const all: Record<string, unknown> = {
    id: of(USERS)?.id,
    upc: of(PRODUCTS)?.upc,
    first: 1 + Math.floor(random() * PRODUCTS.length),
    more: random() < 0.5,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => query.includes(`$${name}`)));
}

/** Bodies of 200 operations that differ, each with several values of its variables; always the same ones. */
export function mixBodies(): string[] {
  const random = createRandom(SEED);
  const all = operations(random);
  return Array.from({ length: TIMES_EACH }, () =>
    all.map(({ name, query }) =>
      JSON.stringify({ query, operationName: name, variables: valuesOf(random, query) }),
    ),
  ).flat();
}
