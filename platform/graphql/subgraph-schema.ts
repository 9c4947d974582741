import type { SchemaTypes } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';

/** Where our own directives live; the address is a name, nothing is fetched from it. */
export const CLASSIFICATION_URL = 'https://connecting-activities.example/classification/v1.0';
const FEDERATION_URL = 'https://specs.apollo.dev/federation/v2.9';
const DIRECTIVES = ['@classified', '@record'];

/** Builds a subgraph's schema, with our directives defined, linked and kept by composition. */
export function buildSubgraphSchema<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
): GraphQLSchema {
  const link = { name: 'link', args: { url: CLASSIFICATION_URL, import: DIRECTIVES } };
  return builder.toSubGraphSchema({
    linkUrl: FEDERATION_URL,
    composeDirectives: DIRECTIVES,
    extensions: { directives: [link] },
  } as Parameters<typeof builder.toSubGraphSchema>[0]);
}
