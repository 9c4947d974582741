import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { NAMES, type Name } from './subgraph-roots.ts';
import { sdlOf } from './subgraph-schema.ts';

/** The four subgraphs at these URLs, composed. */
export function composeAt(urls: Readonly<Record<Name, string>>): string {
  const composed = composeServices(
    NAMES.map((name) => ({ name, url: urls[name], typeDefs: parse(sdlOf(name)) })),
  );
  if (composed.errors)
    throw new Error(
      `The bench's subgraphs do not compose: ${composed.errors.map(({ message }) => message).join(' ')}`,
    );
  return composed.supergraphSdl;
}
