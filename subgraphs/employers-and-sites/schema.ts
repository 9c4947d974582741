import './types/queries.ts';
import './types/employer.ts';
import './types/employer-engagements.ts';
import './types/site.ts';
import './types/supervisor.ts';
import './types/opportunity.ts';
import './types/career-event.ts';
import { buildSubgraphSchema } from '../../platform/graphql/subgraph-schema.ts';
import { builder } from './builder.ts';

export const schema = buildSubgraphSchema(builder);
