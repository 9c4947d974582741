import { freePort, type Server, startServer } from '../processes.ts';
import { NAMES, type Name } from './graph/subgraph-roots.ts';
import { LOAD_CORE } from './measure.ts';

export type Subgraphs = {
  readonly server: Server;
  readonly urls: Readonly<Record<Name, string>>;
  readonly jwksUrl: string;
  /** How many requests they have had. */
  readonly asked: () => Promise<number>;
};

/** The four subgraphs in one process, which also has the keys that tokens are verified with. */
export async function startSubgraphs(jwks: object): Promise<Subgraphs> {
  const [accounts, inventory, products, reviews] = await Promise.all(NAMES.map(freePort));
  const ports = { accounts, inventory, products, reviews };
  const server = await startServer({
    name: 'subgraphs',
    file: 'bench/gateway/subgraphs.ts',
    env: { SUBGRAPH_PORTS: JSON.stringify(ports), JWKS: JSON.stringify(jwks) },
    core: LOAD_CORE,
  });
  const urlOf = (name: Name) => `http://127.0.0.1:${ports[name]}/graphql`;
  return {
    server,
    urls: {
      accounts: urlOf('accounts'),
      inventory: urlOf('inventory'),
      products: urlOf('products'),
      reviews: urlOf('reviews'),
    },
    jwksUrl: new URL('/jwks', server.url).href,
    asked: async () => Number(await (await fetch(new URL('/asked', server.url))).text()),
  };
}
