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
  review('r1', 'u1', 'p1', 'They sit well over my own glasses, and fog less than the pair before.'),
  review('r2', 'u1', 'p2', 'Heavy, and it does not move when one saws on it. The vise came later.'),
  review('r3', 'u1', 'p3', 'Reads the same every time, which the one at school never did.'),
  review(
    'r4',
    'u2',
    'p1',
    'Scratched within a month of daily use, but they were replaced for free.',
  ),
  review('r5', 'u2', 'p2', 'Took two of us an afternoon to put together, and one trip for bolts.'),
  review('r6', 'u3', 'p1', 'Our whole shop wears these, from the first-years to the owner.'),
  review('r7', 'u3', 'p2', 'Could do with one more drawer. Otherwise it will outlast all of us.'),
  review('r8', 'u2', 'p3', 'The battery was flat when it came. Since then nothing to complain of.'),
  review('r9', 'u2', 'p4', 'Clear sound and soft tubes, and it survived a semester in my bag.'),
  review('r10', 'u3', 'p3', 'Came with a certificate, and the school sends it in once a year.'),
  review('r11', 'u1', 'p4', 'I heard more on the first day than with the old one in a week.'),
];
