import { z } from 'zod';
import { type Server, startServer } from '../processes.ts';
import { LOAD_CORE } from './measure.ts';

const urlsSchema = z.object({
  accounts: z.url(),
  inventory: z.url(),
  products: z.url(),
  reviews: z.url(),
});

export type Subgraphs = {
  readonly server: Server;
  readonly urls: Readonly<z.infer<typeof urlsSchema>>;
  readonly jwksUrl: string;
  /** How many requests they have had. */
  readonly asked: () => Promise<number>;
};

/** The four subgraphs in one process, which also has the keys that tokens are verified with. */
export async function startSubgraphs(jwks: object): Promise<Subgraphs> {
  const server = await startServer({
    name: 'subgraphs',
    file: 'bench/gateway/subgraphs.ts',
    env: { JWKS: JSON.stringify(jwks) },
    core: LOAD_CORE,
  });
  const at = (path: string) => new URL(path, server.url).href;
  const tell = async (path: string): Promise<unknown> => (await fetch(at(path))).json();
  return {
    server,
    urls: urlsSchema.parse(await tell('/urls')),
    jwksUrl: at('/jwks'),
    asked: async () => Number(await tell('/asked')),
  };
}
