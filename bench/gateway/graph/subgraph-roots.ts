import { PRODUCTS, REVIEWS, type ReviewRow, USERS } from './rows.ts';

export const NAMES = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type Name = (typeof NAMES)[number];

type Representation = {
  readonly __typename: string;
  readonly id?: string;
  readonly upc?: string;
  readonly price?: number;
  readonly weight?: number;
};
/** What graphql-js resolves by its default: properties, and functions of a field's arguments. */
type Root = {
  readonly [field: string]: unknown;
  readonly entity: (representation: Representation) => unknown;
};

const FREE_SHIPPING_FROM = 1_000;

const typed = <Row>(typename: string, row: Row | undefined) =>
  row && { ...row, __typename: typename };
const userBy = (id: string | undefined) =>
  typed(
    'User',
    USERS.find((one) => one.id === id),
  );
const productBy = (upc: string | undefined) =>
  typed(
    'Product',
    PRODUCTS.find((one) => one.upc === upc),
  );

const accounts: Root = {
  me: () => userBy(USERS[0]?.id),
  user: ({ id }: { id: string }) => userBy(id),
  users: () => USERS.map(({ id }) => userBy(id)),
  entity: ({ id }) => userBy(id),
};

const products: Root = {
  topProducts: ({ first }: { first: number }) =>
    PRODUCTS.slice(0, first).map(({ upc }) => productBy(upc)),
  product: ({ upc }: { upc: string }) => productBy(upc),
  entity: ({ upc }) => productBy(upc),
};

function shippingEstimate({ price, weight }: Representation): number | null {
  if (price === undefined || weight === undefined) return null;
  return price >= FREE_SHIPPING_FROM ? 0 : Math.round(weight / 2);
}

const inventory: Root = {
  entity: (representation) => ({
    ...productBy(representation.upc),
    shippingEstimate: shippingEstimate(representation),
  }),
};

const reviewOf = ({ author, product, ...rest }: ReviewRow) => ({
  ...rest,
  __typename: 'Review',
  author: () => reviewerBy(author),
  product: () => reviewedBy(product),
});
const reviewsWhere = (test: (row: ReviewRow) => boolean) => REVIEWS.filter(test).map(reviewOf);
const reviewerBy = (id: string | undefined) => ({
  ...userBy(id),
  numberOfReviews: reviewsWhere(({ author }) => author === id).length,
  reviews: () => reviewsWhere(({ author }) => author === id),
});
const reviewedBy = (upc: string | undefined) => ({
  ...productBy(upc),
  reviews: () => reviewsWhere(({ product }) => product === upc),
});

const reviews: Root = {
  entity: ({ __typename, id, upc }) => {
    if (__typename === 'User') return reviewerBy(id);
    return __typename === 'Product' ? reviewedBy(upc) : reviewsWhere((row) => row.id === id)[0];
  },
};

/** What each subgraph answers from. */
export const ROOTS: Readonly<Record<Name, Root>> = { accounts, inventory, products, reviews };
