import { createServer } from 'node:http';
import { Pool } from 'undici';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';

/**
 * The limit for a gateway on Node, for the deep query and nothing else: it reads no request, plans nothing, knows
 * which subgraph has what, asks each for what is needed once, and writes the answer.
 */
const env = readEnv({ PORT: z.coerce.number(), SUBGRAPH_URLS: z.string() });
const urls: Readonly<Record<string, string>> = JSON.parse(env.SUBGRAPH_URLS);

function subgraph(name: string) {
  const { origin, pathname } = new URL(urls[name] ?? '');
  const pool = new Pool(origin, { connections: 128 });
  return async (query: string, variables?: object) => {
    const { body } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return JSON.parse(await body.text()).data;
  };
}
const accounts = subgraph('accounts');
const inventory = subgraph('inventory');
const products = subgraph('products');
const reviews = subgraph('reviews');

type User = { id: string; username: string; name: string };
type Product = { upc: string; name: string; price: number; weight: number };
type Stock = { inStock: boolean; shippingEstimate: number };
type Review = { id: string; body: string; author: { id: string }; product: { upc: string } };

const ROOT_PRODUCTS = '{ topProducts { upc name price weight } }';
const ROOT_USERS = '{ users { id username name } }';
const entities = (of: string) =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${of} } }`;
const REVIEW = 'reviews { id body author { id } product { upc } }';
const REVIEWS_OF = entities(`... on User { ${REVIEW} } ... on Product { ${REVIEW} }`);
const PRODUCTS = entities('... on Product { upc name price weight }');
const STOCK = entities('... on Product { inStock shippingEstimate }');

const keys = (__typename: string, key: string, values: readonly string[]) =>
  values.map((value) => ({ __typename, [key]: value }));
const both = <Key, Value>(from: readonly Key[], to: readonly Value[]) =>
  new Map(from.map((key, at) => [key, to[at] as Value]));

/** Everything that the answer has, each once. */
async function load() {
  const [{ users }, { topProducts }] = (await Promise.all([
    accounts(ROOT_USERS),
    products(ROOT_PRODUCTS),
  ])) as [{ users: User[] }, { topProducts: Product[] }];
  const ids = users.map(({ id }) => id);
  const top = topProducts.map(({ upc }) => upc);
  const first = await reviews(REVIEWS_OF, { representations: keys('User', 'id', ids) });
  const byUser: Review[][] = first._entities.map((one: { reviews: Review[] }) => one.reviews);
  const upcs = [...new Set([...top, ...byUser.flat().map(({ product }) => product.upc)])];
  const known = new Set(top);
  const missing = upcs.filter((upc) => !known.has(upc));
  const [reviewed, more] = await Promise.all([
    reviews(REVIEWS_OF, { representations: keys('Product', 'upc', upcs) }),
    missing.length > 0
      ? products(PRODUCTS, { representations: keys('Product', 'upc', missing) })
      : { _entities: [] },
  ]);
  const all = both(upcs, [...topProducts, ...more._entities] as Product[]);
  const wanted = upcs.map((upc) => {
    const { price, weight } = all.get(upc) as Product;
    return { __typename: 'Product', upc, price, weight };
  });
  const stock = await inventory(STOCK, { representations: wanted });
  const byProduct: Review[][] = reviewed._entities.map((one: { reviews: Review[] }) => one.reviews);
  return {
    users,
    top,
    user: both(ids, users),
    product: all,
    stock: both(upcs, stock._entities as Stock[]),
    byUser: both(ids, byUser),
    byProduct: both(upcs, byProduct),
  };
}
type Loaded = Awaited<ReturnType<typeof load>>;

/** Texts are written once for each object and level, and put together. */
function write({ users, top, user, product, stock, byUser, byProduct }: Loaded): string {
  const list = <Item>(items: readonly Item[] | undefined, text: (item: Item) => string) =>
    `[${(items ?? []).map(text).join(',')}]`;
  const remembered = <Key>(text: (key: Key) => string) => {
    const known = new Map<Key, string>();
    return (key: Key) => {
      const made = known.get(key) ?? text(key);
      known.set(key, made);
      return made;
    };
  };
  const start = (value: object | undefined) => JSON.stringify(value).slice(0, -1);
  const userFields = remembered((id: string) => start(user.get(id)));
  const productFields = remembered((upc: string) => {
    const { inStock, shippingEstimate } = stock.get(upc) as Stock;
    return start({ inStock, shippingEstimate, ...product.get(upc) });
  });
  const reviewFields = ({ id, body }: Review) => start({ id, body });
  const userText = remembered(
    (id: string) =>
      `${userFields(id)},"reviews":${list(byUser.get(id), (one) => `${reviewFields(one)},"product":${productFields(one.product.upc)}}}`)}}`,
  );
  const productText = remembered(
    (upc: string) =>
      `${productFields(upc)},"reviews":${list(byProduct.get(upc), (one) => `${reviewFields(one)},"author":${userText(one.author.id)}}`)}}`,
  );
  const userOnTop = ({ id }: User) =>
    `${userFields(id)},"reviews":${list(byUser.get(id), (one) => `${reviewFields(one)},"product":${productText(one.product.upc)}}`)}}`;
  return `{"data":{"users":${list(users, userOnTop)},"topProducts":${list(top, productText)}}}`;
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    load().then(
      (loaded) => {
        const text = Buffer.from(write(loaded));
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': text.length,
        });
        response.end(text);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(env.PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
