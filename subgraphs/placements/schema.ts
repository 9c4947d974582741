import './types/queries.ts';
import './types/extensions.ts';
import './types/placement-event.ts';
import './types/reflection.ts';
import './types/wbl-plan.ts';
import './types/wbl-review.ts';
import './types/review-to-sign.ts';
import './types/skill-rubric.ts';
import './mutations/add-reflection.ts';
import './mutations/add-review.ts';
import './mutations/draft-wbl-plan.ts';
import './mutations/invite-review-signature.ts';
import './mutations/log-hours.ts';
import './mutations/share-reflection.ts';
import './mutations/sign-review.ts';
import { buildSubgraphSchema } from '../../platform/graphql/subgraph-schema.ts';
import { builder } from './builder.ts';

export const schema = buildSubgraphSchema(builder);
