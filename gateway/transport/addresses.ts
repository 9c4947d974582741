import type { LoadedSupergraph } from '../supergraph.ts';
import type { TransportOptions, UrlOf } from './choose.ts';

/** Where the subgraphs are: by the supergraph that is served now, but for what the options say. */
export type Addresses = {
  readonly urlOf: UrlOf;
  /** Of every subgraph of the supergraph of now. */
  readonly current: () => readonly string[];
  readonly take: (supergraph: LoadedSupergraph) => void;
};

export function createAddresses(options: TransportOptions): Addresses {
  const overrides = options.kind === 'http' ? options.urls : new Map<string, string>();
  /** Never forgets: an operation under way may be of the supergraph before. */
  const known = new Map<string, string>();
  let names: readonly string[] = [];
  const urlOf = (subgraph: string) => overrides.get(subgraph) ?? known.get(subgraph);
  return {
    urlOf,
    current: () => names.flatMap((name) => urlOf(name) ?? []),
    take({ urls }) {
      for (const [name, url] of urls) known.set(name, url);
      names = [...urls.keys()];
    },
  };
}
