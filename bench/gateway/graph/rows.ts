export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
};
export type ProductRow = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
};
export type ReviewRow = {
  readonly id: string;
  readonly author: string;
  readonly product: string;
  readonly body: string;
};

const user = (id: string, name: string, username: string, birthday: number): UserRow => ({
  id,
  name,
  username,
  birthday,
});
const product = (
  upc: string,
  name: string,
  price: number,
  weight: number,
  inStock: boolean,
): ProductRow => ({ upc, name, price, weight, inStock });
const review = (id: string, author: string, of: string, body: string): ReviewRow => ({
  id,
  author,
  product: of,
  body,
});

export const USERS: readonly UserRow[] = [
  user('u1', 'Ines Carvalho', 'ines.c', 1992),
  user('u2', 'Marcus Odell', 'modell', 1985),
  user('u3', 'Thuy Pham', 'thuy', 2001),
  user('u4', 'Gwen Farrow', 'gwenf', 1978),
  user('u5', 'Samir Haddad', 'samir_h', 1996),
  user('u6', 'Nadia Brooks', 'nbrooks', 2004),
];

export const PRODUCTS: readonly ProductRow[] = [
  product('p1', 'Safety glasses', 18, 90, true),
  product('p2', 'Workbench', 1250, 4200, false),
  product('p3', 'Digital caliper', 64, 310, true),
  product('p4', 'Stethoscope', 95, 240, true),
  product('p5', 'Chef knife', 140, 260, false),
  product('p6', 'Soldering station', 410, 1800, true),
  product('p7', 'Drafting table', 1890, 3900, true),
  product('p8', 'Lab coat', 35, 520, true),
  product('p9', 'Steel-toe boots', 160, 1450, false),
];

/** A few write much about the same things: a query that goes to and fro between them has a large answer. */
export const REVIEWS: readonly ReviewRow[] = [
  review('r1', 'u1', 'p1', 'They sit well over my own glasses.'),
  review('r2', 'u1', 'p2', 'Heavy, and it does not move.'),
  review('r3', 'u1', 'p3', 'Reads the same every time.'),
  review('r4', 'u2', 'p1', 'Scratched within a month.'),
  review('r5', 'u2', 'p2', 'Took an afternoon to put together.'),
  review('r6', 'u3', 'p1', 'Our whole shop wears these.'),
  review('r7', 'u1', 'p5', 'Keeps its edge.'),
  review('r8', 'u4', 'p3', 'The battery was flat when it came.'),
  review('r9', 'u2', 'p4', 'Clear sound, soft tubes.'),
  review('r10', 'u6', 'p2', 'Could do with one more drawer.'),
];
