import { Pool } from 'undici';
import type { Name } from '../graph/subgraph-roots.ts';
import type { Product, Review, Stock, User } from './rows.ts';

const CONNECTIONS = 128;

const ROOT_PRODUCTS = '{ topProducts { upc name price weight } }';
const ROOT_USERS = '{ users { id username name } }';
const entities = (of: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${of} } }`;
const REVIEW = 'reviews { id body author { id } product { upc } }';
const REVIEWS = entities(`... on User { ${REVIEW} } ... on Product { ${REVIEW} }`);
const PRODUCTS = entities('... on Product { upc name price weight }');
const STOCK = entities('... on Product { inStock shippingEstimate }');

type Reviewed = { readonly reviews: readonly Review[] };

/** The questions that the deep query needs. */
export function createQuestions(urls: Readonly<Record<Name, string>>) {
  const subgraph = (name: Name) => {
    const { origin, pathname: path } = new URL(urls[name]);
    const pool = new Pool(origin, { connections: CONNECTIONS });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return async (query: string, variables?: object) => {
      const text = JSON.stringify({ query, variables });
      const { body } = await pool.request({ method: 'POST', path, headers, body: text });
      return JSON.parse(await body.text()).data;
    };
  };
  const [accounts, inventory] = [subgraph('accounts'), subgraph('inventory')];
  const [products, reviews] = [subgraph('products'), subgraph('reviews')];
  const keys = (__typename: string, key: string, values: readonly string[]) =>
    values.map((value) => ({ __typename, [key]: value }));
  const reviewsOf = async (representations: readonly object[]): Promise<(readonly Review[])[]> =>
    (await reviews(REVIEWS, { representations }))._entities.map((one: Reviewed) => one.reviews);

  return {
    users: async (): Promise<readonly User[]> => (await accounts(ROOT_USERS)).users,
    topProducts: async (): Promise<readonly Product[]> =>
      (await products(ROOT_PRODUCTS)).topProducts,
    products: async (upcs: readonly string[]): Promise<readonly Product[]> =>
      upcs.length === 0
        ? []
        : (await products(PRODUCTS, { representations: keys('Product', 'upc', upcs) }))._entities,
    reviewsOfUsers: (ids: readonly string[]) => reviewsOf(keys('User', 'id', ids)),
    reviewsOfProducts: (upcs: readonly string[]) => reviewsOf(keys('Product', 'upc', upcs)),
    stock: async (of: readonly Product[]): Promise<readonly Stock[]> => {
      const representations = of.map(({ upc, price, weight }) => ({
        __typename: 'Product',
        upc,
        price,
        weight,
      }));
      return (await inventory(STOCK, { representations }))._entities;
    },
  };
}
export type Questions = ReturnType<typeof createQuestions>;
