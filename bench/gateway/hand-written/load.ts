import type { Questions } from './questions.ts';
import type { Product, Review, Stock, User } from './rows.ts';

/** Everything that the answer has, each once. */
export type Loaded = {
  readonly users: readonly User[];
  readonly top: readonly string[];
  readonly userBy: ReadonlyMap<string, User>;
  readonly productBy: ReadonlyMap<string, Product>;
  readonly stockBy: ReadonlyMap<string, Stock>;
  readonly reviewsByUser: ReadonlyMap<string, readonly Review[]>;
  readonly reviewsByProduct: ReadonlyMap<string, readonly Review[]>;
};

const byKey = <Value>(keys: readonly string[], values: readonly Value[]) =>
  new Map(keys.map((key, at) => [key, values[at] as Value]));

/** Asks for nothing twice, and for all that can be asked for at the same time. */
export async function load(ask: Questions): Promise<Loaded> {
  const [users, first] = await Promise.all([ask.users(), ask.topProducts()]);
  const [ids, top] = [users.map(({ id }) => id), first.map(({ upc }) => upc)];
  const ofUsers = await ask.reviewsOfUsers(ids);
  const upcs = [...new Set([...top, ...ofUsers.flat().map(({ product }) => product.upc)])];
  const [ofProducts, others] = await Promise.all([
    ask.reviewsOfProducts(upcs),
    ask.products(upcs.slice(top.length)),
  ]);
  const products = [...first, ...others];
  const stock = await ask.stock(products);
  return {
    users,
    top,
    userBy: byKey(ids, users),
    productBy: byKey(upcs, products),
    stockBy: byKey(upcs, stock),
    reviewsByUser: byKey(ids, ofUsers),
    reviewsByProduct: byKey(upcs, ofProducts),
  };
}
