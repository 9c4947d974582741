import './types/queries.ts';
import './types/convening.ts';
import './types/district.ts';
import './types/enrollment-by-grade.ts';
import './types/network-membership.ts';
import './types/partnership-agreement-schools.ts';
import './types/pathway-program.ts';
import './types/resource-commitment.ts';
import './types/workforce-board-schools.ts';
import { buildSubgraphSchema } from '../../platform/graphql/subgraph-schema.ts';
import { builder } from './builder.ts';

export const schema = buildSubgraphSchema(builder);
