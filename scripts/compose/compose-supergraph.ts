import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import { classProblems } from './check-classes.ts';

const FIRST_PORT = 4001;

/** Where a subgraph listens unless it is told otherwise. */
export const defaultUrl = (subgraph: SubgraphName) =>
  `http://127.0.0.1:${FIRST_PORT + SUBGRAPHS.indexOf(subgraph)}/graphql`;

export type Composition =
  | { readonly status: 'composed'; readonly sdl: string; readonly hints: readonly string[] }
  | { readonly status: 'refused'; readonly problems: readonly string[] };

/** Composes the subgraphs' SDLs into the supergraph, if they fit together and classify every field. */
export function composeSupergraph(sdls: ReadonlyMap<SubgraphName, string>): Composition {
  const services = SUBGRAPHS.flatMap((name) => {
    const sdl = sdls.get(name);
    return sdl === undefined ? [] : [{ name, url: defaultUrl(name), typeDefs: parse(sdl) }];
  });
  const result = composeServices(services);
  const problems = [...(result.errors ?? []).map(({ message }) => message), ...classProblems(sdls)];
  if (problems.length > 0 || result.errors) return { status: 'refused', problems };
  const hints = result.hints.map((hint) => hint.toString().replaceAll(/\s+/g, ' '));
  return { status: 'composed', sdl: `${result.supergraphSdl.trimEnd()}\n`, hints };
}
