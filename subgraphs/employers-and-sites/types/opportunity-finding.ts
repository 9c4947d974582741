import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../domain/finding.ts';
import { findingsOf } from '../opportunities.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { FindingSeverityEnum, OpportunityRuleEnum } from './enums.ts';

export const OpportunityFinding = builder.objectRef<Finding>('OpportunityFinding').implement({
  description: 'What a rule says of an opportunity.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    rule: t.expose('rule', { type: OpportunityRuleEnum, description: 'Which rule.' }),
    severity: t.expose('severity', {
      type: FindingSeverityEnum,
      description: 'Whether it can be published so.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, and what would be right.' }),
    definitionVersion: t.string({
      description: 'The version of the thresholds that it was judged by.',
      resolve: () => THRESHOLDS.definitionVersion,
    }),
  }),
});

/** What the rules say of an opportunity that its caller has just written. */
export async function opportunityFindingsById(context: Context, id: string): Promise<Finding[]> {
  const rows = await context.read.many('opportunity', { where: { id } });
  return rows.flatMap((row) => findingsOf(row));
}
