import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { execute, parse, validate } from 'graphql';
import type { GatewayOptions } from '../../../gateway/gateway.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../platform/subgraph.ts';
import { compose, startGateway } from './gateways.ts';

export type ForeignSubgraph = {
  readonly sdl: string;
  readonly resolvers?: GraphQLResolverMap<unknown>;
};

/** The first lines of a subgraph's SDL. */
export const federation = (...imports: string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" ${imports.join(' ')}])`;

/** Subgraphs of somebody else, which read a request as any GraphQL server does, as over HTTP. */
export const foreignSubgraph = ({ sdl, resolvers = {} }: ForeignSubgraph) => {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  return {
    async execute({ query, variables }: SubgraphRequest): Promise<SubgraphResponse> {
      const document = parse(query);
      const errors = validate(schema, document);
      const variableValues = JSON.parse(JSON.stringify(variables ?? {}));
      const result =
        errors.length > 0 ? { errors } : await execute({ schema, document, variableValues });
      return JSON.parse(JSON.stringify(result));
    },
  };
};

/** A gateway before them. Their supergraph is composed, unless one is given. */
export async function startForeign(
  subgraphs: Readonly<Record<string, ForeignSubgraph>>,
  edit: (supergraph: string) => string = (supergraph) => supergraph,
  options: Partial<GatewayOptions> = {},
) {
  const names = Object.entries(subgraphs);
  const sdls = Object.fromEntries(names.map(([name, { sdl }]) => [name, sdl]));
  const executors = names.map(([name, one]) => [name, foreignSubgraph(one)] as const);
  return await startGateway({
    supergraph: { sdl: edit(compose(sdls)) },
    transport: { kind: 'local', subgraphs: new Map(executors) },
    ...options,
  });
}
