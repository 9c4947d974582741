import { SUBGRAPH_TIMEOUT_MS } from '../limits.ts';
import type { GuardLimits, GuardWatch } from './guard.ts';
import { createLocalTransport, type LocalSubgraphs } from './local.ts';
import type { Transport } from './transport.ts';

export type TransportOptions = {
  readonly timeoutMs?: number;
  readonly guardLimits?: GuardLimits;
} & (
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

/** A gateway whose subgraphs are in its process never loads the HTTP client, a hundred files. */
export async function createTransport(
  options: TransportOptions,
  urlOf: UrlOf,
  watch: GuardWatch,
): Promise<Transport> {
  const { timeoutMs = SUBGRAPH_TIMEOUT_MS, guardLimits } = options;
  if (options.kind === 'local') {
    const { subgraphs } = options;
    return createLocalTransport({ subgraphs, timeoutMs, guardLimits, watch });
  }
  const { createHttpTransport } = await import('./http.ts');
  return createHttpTransport({
    urlOf,
    secret: options.secret,
    timeoutMs,
    guardLimits,
    watch,
  });
}
