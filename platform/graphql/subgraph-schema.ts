import { EntityType, serviceField } from '@apollo/subgraph/dist/types.js';
import type { SchemaTypes } from '@pothos/core';
import { hasResolvableKey } from '@pothos/plugin-federation';
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
} from 'graphql';
import { separateEntities } from './entities-field.ts';
import { usedDirectives } from './used-directives.ts';

/** Where our own directives live; the address is a name, nothing is fetched from it. */
export const CLASSIFICATION_URL = 'https://connecting-activities.example/classification/v1.0';
const FEDERATION_URL = 'https://specs.apollo.dev/federation/v2.9';
const DIRECTIVES = ['@classified', '@record'];

const linkOf = (url: string, names: readonly string[]) =>
  `@link(url: "${url}", import: ${JSON.stringify(names)})`;

/** What composition has to know of the schema as a whole: whose directives it uses, and which to keep. */
function linksOf(schema: GraphQLSchema) {
  const used = usedDirectives(schema).map((name) => `@${name}`);
  const federation = used.filter((name) => !DIRECTIVES.includes(name));
  const links = [
    linkOf(CLASSIFICATION_URL, DIRECTIVES),
    linkOf(FEDERATION_URL, [...federation, '@composeDirective']),
  ];
  const kept = DIRECTIVES.map((name) => `@composeDirective(name: "${name}")`);
  const { definitions } = parse(`extend schema ${[...links, ...kept].join(' ')}`);
  return definitions.filter((node) => node.kind === Kind.SCHEMA_EXTENSION);
}

/** The query type with what a gateway asks: entities by their keys, and the schema's own text. */
function withGatewayFields(
  query: GraphQLObjectType,
  types: readonly GraphQLObjectType[],
  sdl: () => Promise<string>,
) {
  const config = query.toConfig();
  const entities = new GraphQLUnionType({ ...EntityType.toConfig(), types });
  const entitiesType = new GraphQLNonNull(new GraphQLList(entities));
  return new GraphQLObjectType({
    ...config,
    fields: {
      ...(types.length > 0 && { _entities: { ...separateEntities, type: entitiesType } }),
      _service: { ...serviceField, resolve: async () => ({ sdl: await sdl() }) },
      ...config.fields,
    },
  });
}

/**
 * Builds a subgraph's schema, with our directives defined, linked and kept by composition. The builder's own
 * `toSubGraphSchema` says the same, but builds everything twice, sorts it four times and prints it: a fifth
 * of the work of a start.
 */
export function buildSubgraphSchema<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
): GraphQLSchema {
  const built = builder.toSchema({ sortSchema: false });
  const query = built.getQueryType();
  if (!query) throw new Error('A subgraph has no query: give it one.');
  const types = Object.values(built.getTypeMap());
  const entities = types.filter(isObjectType).filter(hasResolvableKey);
  const config = built.toConfig();
  const text = async () => (await import('@apollo/subgraph')).printSubgraphSchema(schema);
  const asked = withGatewayFields(query, entities, text);
  const schema = lexicographicSortSchema(
    new GraphQLSchema({
      ...config,
      query: asked,
      types: [...types.filter((type) => type !== query), asked],
      extensionASTNodes: linksOf(built),
    }),
  );
  return schema;
}
