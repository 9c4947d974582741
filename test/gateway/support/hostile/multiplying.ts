import { type Family, times } from './hostile.ts';

/** Fragments that spread others, each some times: what is written once stands there thousands of times. */
const multiplied = (levels: number, by: number, field: (level: number) => string): string =>
  times(
    levels,
    (i) => `fragment F${i} on Person { ${field(i)} ${times(by, () => `...F${i + 1}`)} }`,
  ).concat(` fragment F${levels} on Person { id }`);

/** The same field with fields in it, at each level: nothing is deep, and everything must be compared. */
const comparing = (levels: number, width: number, leaf: (index: number) => string): string =>
  levels === 0
    ? leaf(width)
    : times(width, (i) => `next { ${comparing(levels - 1, width, () => leaf(i))} }`);

/** What a short text multiplies to. */
export const MULTIPLYING: Readonly<Record<string, Family>> = {
  'fragments that double': (random) => ({
    query: `{ node { ...F0 } } ${multiplied(random.size(12, 300), 2, () => '')}`,
    isRefused: true,
  }),
  'fragments that double under names of their own': (random) => ({
    query: `{ node { ...F0 } } ${multiplied(random.size(12, 200), 2, (i) => `f${i}: id`)}`,
    isRefused: true,
  }),
  'fragments that double, and that nothing uses': (random) => ({
    query: `{ node { id } } ${multiplied(random.size(2, 200), random.int(2, 4), (i) => `f${i}: id`)}`,
    isRefused: true,
  }),
  'fragments that double, in fields': (random) => {
    const levels = random.size(3, 19);
    return {
      query: `{ node { ...F0 } } ${times(levels, (i) => `fragment F${i} on Node { next { ...F${i + 1} } other { ...F${i + 1} } }`)} fragment F${levels} on Node { id }`,
      isRefused: levels > 10,
    };
  },
  'each fragment spreads those after it': (random) => {
    const count = random.size(3, 60);
    return {
      query: `{ node { ...F0 } } ${times(count, (i) => `fragment F${i} on Person { ${times(Math.min(8, count - i), (k) => `...F${i + k + 1}`)} x${i}: id }`)} fragment F${count} on Person { id }`,
      isRefused: count > 25,
    };
  },
  'a chain of fragments': (random) => {
    const count = random.size(3, 400);
    return {
      query: `{ node { ...F0 } } ${times(count, (i) => `fragment F${i} on Person { ${random.pick(['id', `l${i}: label`, 'name'])} ...F${i + 1} }`)} fragment F${count} on Person { id }`,
    };
  },
  'fragments in a circle': (random) => {
    const count = random.size(1, 300);
    return {
      query: `{ node { ...F0 } } ${times(
        count,
        (i) =>
          `fragment F${i} on Person { id ${random.pick(['', 'next { '])}...F${(i + 1) % count}`,
      )
        .replace(/(next \{ \.\.\.F\d+)/g, '$1 }')
        .replaceAll(' fragment', ' } fragment')} }`,
      isRefused: true,
    };
  },
  'fragments side by side': (random) => {
    const count = random.size(3, 400);
    return {
      query: `{ node { ${times(count, (i) => `...F${i}`)} } } ${times(count, (i) => `fragment F${i} on Person { ${random.pick(['id', 'label', 'name', `a${i % 90}: label`])} }`)}`,
    };
  },
  'fields that must be compared': (random) => {
    const levels = random.int(1, 8);
    const width = random.int(2, Math.max(2, Math.floor(1_200 ** (1 / levels))));
    return { query: `{ node { ${comparing(levels, width, () => 'id')} } }` };
  },
  'fields that conflict': (random) => {
    const levels = random.int(1, 6);
    const width = random.int(2, Math.max(2, Math.floor(300 ** (1 / levels))));
    return {
      query: `{ node { ${comparing(levels, width, (i) => `a: ${i % 2 ? 'id' : 'label'}`)} } }`,
      isRefused: true,
    };
  },
  'arguments that must be compared': (random) => {
    const keys = random.size(1, 60);
    const shift = () => random.int(0, 1);
    return {
      query: `{ ${times(random.int(2, 50), () => `find(filter: {in: [${times(keys, (k) => `"${(k + shift()) % keys}"`)}]}) { id }`)} }`,
    };
  },
  'types of an interface, again and again': (random) => {
    const inner = (levels: number): string =>
      levels === 0
        ? 'id'
        : `next { ... on Person { ${inner(levels - 1)} } ... on School { hours ${inner(levels - 1)} } ... on Site { other { score } } }`;
    return { query: `{ node { ${inner(random.int(1, 9))} } }` };
  },
};
