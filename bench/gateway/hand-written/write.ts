import type { Loaded } from './load.ts';
import type { Review, User } from './rows.ts';

const list = <Item>(items: readonly Item[] = [], text: (item: Item) => string) =>
  `[${items.map(text).join(',')}]`;

/** An object without its last brace. */
const open = (value: object) => JSON.stringify(value).slice(0, -1);

function remembered(text: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const made = known.get(key) ?? text(key);
    known.set(key, made);
    return made;
  };
}

/** Writes the text of each object and level once, and puts them together. */
export function write(loaded: Loaded): string {
  const { userBy, productBy, stockBy, reviewsByUser, reviewsByProduct } = loaded;
  const user = remembered((id) => open({ ...userBy.get(id) }));
  const product = remembered((upc) => open({ ...productBy.get(upc), ...stockBy.get(upc) }));
  const review = ({ id, body }: Review) => open({ id, body });

  const author = remembered((id) => {
    const text = (one: Review) => `${review(one)},"product":${product(one.product.upc)}}}`;
    return `${user(id)},"reviews":${list(reviewsByUser.get(id), text)}}`;
  });
  const reviewed = remembered((upc) => {
    const text = (one: Review) => `${review(one)},"author":${author(one.author.id)}}`;
    return `${product(upc)},"reviews":${list(reviewsByProduct.get(upc), text)}}`;
  });
  const root = ({ id }: User) => {
    const text = (one: Review) => `${review(one)},"product":${reviewed(one.product.upc)}}`;
    return `${user(id)},"reviews":${list(reviewsByUser.get(id), text)}}`;
  };
  const [users, top] = [list(loaded.users, root), list(loaded.top, reviewed)];
  return `{"data":{"users":${users},"topProducts":${top}}}`;
}
