import { GraphQLError, type GraphQLFieldResolver } from 'graphql';

/** An object as resolvers hand it on: its type and its key, and in a subgraph what a representation brought. */
export type Ref = Readonly<Record<string, unknown>> & { readonly __typename?: string };
type Args = Readonly<Record<string, unknown>>;
type Answer = (ref: Ref, args: Args) => unknown;

const book = (upc: string): Ref => ({ __typename: 'Book', upc });
const gadget = (upc: string): Ref => ({ __typename: 'Gadget', upc });
const user = (id: string): Ref => ({ __typename: 'User', id });
const shelf = (level: number): Ref => ({
  __typename: 'Shelf',
  aisle: { building: level % 2 ? 'A' : 'B', number: level * 10 },
  level,
});

const PRODUCTS = [book('b1'), gadget('g1'), book('b2'), gadget('g2'), book('b3')];
const MEDIA: readonly Ref[] = [
  { __typename: 'Movie', id: 'm1' },
  { __typename: 'Song', id: 's1' },
  { __typename: 'Movie', id: 'm2' },
];
const REVIEWS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].map((id): Ref => ({ id }));

const idOf = (ref: Ref) => String(ref.upc ?? ref.id ?? ref.level ?? '');
const numberOf = (ref: Ref) => Number(/\d+/.exec(idOf(ref))?.[0] ?? 0);
const productOf = (upc: unknown) => PRODUCTS.find((product) => product.upc === upc) ?? null;
const priceOf = (ref: Ref, currency: unknown) =>
  numberOf(ref) === 3 ? null : numberOf(ref) * 10 + (currency === 'EUR' ? 0.5 : 0);
const sizeOf = (ref: Ref) => ({ width: numberOf(ref), height: numberOf(ref) * 2 });

function reviewsOf(ref: Ref, first: unknown = 5): Ref[] {
  const from = idOf(ref).charCodeAt(0) % 3;
  return REVIEWS.slice(from, from + numberOf(ref)).slice(0, Number(first));
}

const ofProduct = {
  name: (ref) => `Product ${idOf(ref)}`,
  price: (ref, { currency }) => priceOf(ref, currency),
  dimensions: (ref) => (idOf(ref) === 'b2' ? null : sizeOf(ref)),
  related: (ref) => PRODUCTS.filter((other) => idOf(other) > idOf(ref)).slice(0, 2),
  reviews: (ref, { first }) => reviewsOf(ref, first),
  rating: (ref) => numberOf(ref) / 4,
  inStock: (ref) => numberOf(ref) % 2 === 1,
} satisfies Record<string, Answer>;

const ofMedia = {
  title: (ref) => `Title ${idOf(ref)}`,
  length: (ref) => (idOf(ref) === 'm2' ? null : numberOf(ref) * 60),
  reviews: (ref) => reviewsOf(ref),
  score: (ref) => numberOf(ref) * 7,
} satisfies Record<string, Answer>;

/** Media by what the asker may know of it: the reviews subgraph has an interface object, and no types. */
const mediaFor = (subgraph: boolean): Ref[] =>
  MEDIA.map(({ __typename, id }) => ({ __typename: subgraph ? 'Media' : __typename, id }));
const twinOf = (subgraph: boolean) => (ref: Ref) =>
  mediaFor(subgraph).find(({ id }) => id !== ref.id && id !== 's1') ?? null;

/** The medium that a key is of: the catalog has the types. */
export const findMedium = ({ id }: Ref): Ref | null => MEDIA.find((one) => one.id === id) ?? null;

/** What a product costs to send: of what the stock subgraph was told, or of what is known. */
const shippingOf = (price: unknown, size: Ref | null, country: unknown) =>
  typeof price === 'number' && size
    ? price + Number(size.width) * Number(size.height) + String(country).length
    : null;

/** Every field's answer, by `Type.field`; other fields are the object's own. Mutations change `renamed`. */
export function createShop(inSubgraphs: boolean): ReadonlyMap<string, Answer> {
  const log: string[] = [];
  const renamed = new Map<string, string>();
  const name: Answer = (ref) => renamed.get(idOf(ref)) ?? ofProduct.name(ref);
  const shipping: Answer = (ref, { country }) =>
    inSubgraphs
      ? shippingOf(told(ref, 'price'), told(ref, 'dimensions') as Ref | null, country)
      : shippingOf(priceOf(ref, 'EUR'), ofProduct.dimensions(ref), country);
  const types: Record<string, Record<string, Answer>> = {
    Query: {
      products: (_root, { first }) => PRODUCTS.slice(0, Number(first)),
      product: (_root, { upc }) => productOf(upc),
      book: (_root, { upc }) => (String(upc).startsWith('b') ? productOf(upc) : null),
      search: (_root, { text }) => [
        ...PRODUCTS.slice(0, String(text).length + 1),
        null,
        user('u1'),
      ],
      grid: () => [[PRODUCTS[0], null], [], [PRODUCTS[1], PRODUCTS[2], PRODUCTS[0]]],
      media: () => MEDIA,
      medium: (_root, { id }) => findMedium({ id }),
      echo: (_root, { input }) => input ?? null,
      reviews: (_root, { stars }) =>
        Array.isArray(stars) ? REVIEWS.filter((one) => stars.includes(numberOf(one) % 6)) : REVIEWS,
      me: () => user('u2'),
      topMedia: () => mediaFor(inSubgraphs).reverse(),
      shelves: () => [shelf(1), shelf(2), shelf(3)],
      shelf: (_root, { level }) => (Number(level) < 4 ? shelf(Number(level)) : null),
    },
    Mutation: {
      rename(_root, { upc, name: to }) {
        log.push(`rename ${upc}`);
        renamed.set(String(upc), String(to));
        return productOf(upc);
      },
      review(_root, { upc, stars }) {
        log.push(`review ${upc}`);
        return { id: `r${stars}` };
      },
      log: () => [...log],
    },
    Book: {
      ...ofProduct,
      name,
      shipping,
      pages: (ref) => numberOf(ref) * 100,
      author: (ref) => user(`u${numberOf(ref)}`),
      meta: (ref) => ({ upc: ref.upc, nested: [{ deep: true }, null] }),
      condition: (ref) => (numberOf(ref) === 2 ? 'USED' : 'NEW'),
      shelf: (ref) => shelf(numberOf(ref)),
    },
    Gadget: {
      ...ofProduct,
      name,
      volts: (ref) => numberOf(ref) * 1.5,
      tags: (ref) => [['a', idOf(ref)], []],
      neighbours: (ref) => [[book('b1'), null, gadget('g2')], [book(`b${numberOf(ref)}`)]],
    },
    User: {
      name: (ref) => `User ${idOf(ref)}`,
      favourite: (ref) => PRODUCTS[numberOf(ref)] ?? null,
      reviews: (ref) => [...reviewsOf(ref), null],
      email: (ref) => (idOf(ref) === 'u1' ? null : `${idOf(ref)}@example.org`),
    },
    Media: { ...ofMedia, twin: twinOf(inSubgraphs) },
    Movie: { ...ofMedia, twin: twinOf(inSubgraphs), director: () => user('u3') },
    Song: { ...ofMedia, twin: twinOf(inSubgraphs), bpm: (ref) => numberOf(ref) + 119 },
    Review: {
      stars: (ref) => (numberOf(ref) % 5) + 1,
      body: (ref) => (numberOf(ref) % 2 ? `Body ${idOf(ref)}` : null),
      author: (ref) => user(`u${(numberOf(ref) % 3) + 1}`),
      subject: (ref) => PRODUCTS[numberOf(ref) - 1] ?? null,
    },
    Shelf: {
      label: (ref) => `Shelf ${idOf(ref)}`,
      products: (ref) => PRODUCTS.slice(0, numberOf(ref)),
      capacity: (ref) => numberOf(ref) * 50,
      next: (ref) => (numberOf(ref) < 3 ? shelf(numberOf(ref) + 1) : null),
    },
  };
  return new Map(
    Object.entries(types).flatMap(([type, fields]) =>
      Object.entries(fields).map(([field, answer]) => [`${type}.${field}`, answer] as const),
    ),
  );
}

/** What a representation must have brought. */
function told(ref: Ref, name: string): unknown {
  if (ref[name] === undefined) throw new GraphQLError(`A representation lacks "${name}".`);
  return ref[name];
}

/** What goes wrong at a field of an object: decided by its key, alike in a subgraph and in the monolith. */
export type Trouble = (field: string, key: string) => 'null' | 'throw' | undefined;
export const noTrouble: Trouble = () => undefined;

/** Fields that plans read between subgraphs, with which the monolith cannot be in trouble alike. */
const SPARED =
  /\.(upc|id|aisle|level|building|number|price|dimensions|width|height|__typename|_.*)$/;

export function resolverOf(
  shop: ReadonlyMap<string, Answer>,
  trouble: Trouble,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, { parentType, fieldName }) => {
    const ref = (source ?? {}) as Ref;
    const field = `${parentType.name}.${fieldName}`;
    const wrong = SPARED.test(field) ? undefined : trouble(mediaField(field), idOf(ref));
    if (wrong === 'throw') throw new GraphQLError(`Trouble at ${mediaField(field)}.`);
    if (wrong === 'null') return null;
    const answer = shop.get(field);
    return answer ? answer(ref, args) : ref[fieldName];
  };
}

/** A field of an interface object goes by one name wherever it is asked. */
const mediaField = (field: string) => field.replace(/^(Movie|Song)\./, 'Media.');
