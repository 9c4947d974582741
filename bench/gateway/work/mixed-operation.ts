/** What the mix asks of the graph: by type, the scalars and where one can go on from. */
const TYPES = {
  User: { leaves: ['id', 'name', 'username', 'birthday'], branches: { reviews: 'Review' } },
  Review: { leaves: ['id', 'body'], branches: { author: 'User', product: 'Product' } },
  Product: {
    leaves: ['upc', 'name', 'price', 'weight', 'inStock', 'shippingEstimate'],
    branches: { reviews: 'Review' },
  },
} as const;
type Type = keyof typeof TYPES;

const ROOTS: readonly { readonly field: string; readonly type: Type; readonly takes?: string }[] = [
  { field: 'me', type: 'User' },
  { field: 'users', type: 'User' },
  { field: 'user(id: $id)', type: 'User', takes: '$id: ID!' },
  { field: 'product(upc: $upc)', type: 'Product', takes: '$upc: ID!' },
  { field: 'topProducts(first: $first)', type: 'Product', takes: '$first: Int!' },
];
const MOST_LEVELS = 4;
const CONDITION = '$more: Boolean!';

type Random = () => number;

function selection(random: Random, type: Type, levels: number): string {
  const { leaves, branches } = TYPES[type];
  const some: string[] = leaves.filter(() => random() < 0.6);
  for (const [field, next] of Object.entries(branches)) {
    if (levels === 0 || random() > 0.75) continue;
    const alias = random() < 0.1 ? `${field}Too: ` : '';
    const condition = random() < 0.1 ? ' @include(if: $more)' : '';
    some.push(`${alias}${field}${condition} ${selection(random, next, levels - 1)}`);
  }
  return `{ ${(some.length > 0 ? some : leaves).join(' ')} }`;
}

/** The text of an operation with one or two root fields, declaring the variables that it uses. */
export function mixedOperation(random: Random, name: string): string {
  const first = Math.floor(random() * ROOTS.length);
  const second = Math.floor(random() * ROOTS.length);
  const both = random() < 0.4 ? [...new Set([first, second])] : [first];
  const roots = both.flatMap((at) => ROOTS[at] ?? []);
  const fields = roots.map(
    ({ field, type }) =>
      `${field} ${selection(random, type, 1 + Math.floor(random() * MOST_LEVELS))}`,
  );
  const text = fields.join(' ');
  const conditions = text.includes('$more') ? [CONDITION] : [];
  const declared = [...roots.flatMap(({ takes }) => takes ?? []), ...conditions];
  return `query ${name}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${text} }`;
}
