import './types/queries.ts';
import './types/extensions.ts';
import './types/placement-event.ts';
import './types/reflection.ts';
import './types/wbl-plan.ts';
import './types/wbl-review.ts';
import { buildSubgraphSchema } from '../../platform/graphql/subgraph-schema.ts';
import { builder } from './builder.ts';

export const schema = buildSubgraphSchema(builder);
