import { SUBGRAPH_TIMEOUT_MS } from '../limits.ts';
import { createHttpTransport } from './http.ts';
import { createLocalTransport, type LocalSubgraphs } from './local.ts';
import type { Transport } from './transport.ts';

export type TransportOptions = { readonly timeoutMs?: number } & (
  | { readonly kind: 'local'; readonly subgraphs: LocalSubgraphs }
  | {
      readonly kind: 'http';
      /** What the actor is signed with. Null sends none: for subgraphs that are not ours. */
      readonly secret: string | null;
      /** Instead of the supergraph's URLs, by subgraph. */
      readonly urls: ReadonlyMap<string, string>;
    }
);

export type UrlOf = (subgraph: string) => string | undefined;

export function createTransport(options: TransportOptions, urlOf: UrlOf): Transport {
  const { timeoutMs = SUBGRAPH_TIMEOUT_MS } = options;
  return options.kind === 'local'
    ? createLocalTransport(options.subgraphs, timeoutMs)
    : createHttpTransport({ urlOf, secret: options.secret, timeoutMs });
}
