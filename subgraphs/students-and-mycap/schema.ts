import './types/queries.ts';
import './types/my-cap-plan.ts';
import './types/my-cap-goal.ts';
import './types/my-cap-milestone.ts';
import './types/stage-transition.ts';
import './types/pathway-enrollment.ts';
import './types/school-extension.ts';
import './mutations/record-activity.ts';
import { buildSubgraphSchema } from '../../platform/graphql/subgraph-schema.ts';
import { builder } from './builder.ts';

export const schema = buildSubgraphSchema(builder);
