import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupergraph } from '../../gateway/planning/plan-here.ts';

export const SCHEMA = join(import.meta.dirname, '..', '..', 'schema');
export const readSchema = (file: string): string => readFileSync(join(SCHEMA, file), 'utf8');

/** What a client may ask, by the committed supergraph. */
export const { apiSchema } = loadSupergraph(readSchema('supergraph.graphql'));

/** The types of the graph, without GraphQL's own. */
export const ownTypes = Object.values(apiSchema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__'),
);
