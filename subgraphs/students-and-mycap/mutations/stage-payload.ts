import { builder } from '../builder.ts';
import { bandFinding } from '../domain/stage-band.ts';
import { findPlan } from '../plans.ts';
import { MyCapPlan } from '../types/my-cap-plan.ts';
import { StageFinding } from '../types/stage-finding.ts';

/** What a mutation recorded of a stage. The stage and the grade are those of the record, not of the input. */
type Recorded = { readonly planId: string };

async function findingsOf(context: Parameters<typeof findPlan>[0], planId: string) {
  const include = { student: true } as const;
  const [plan] = await context.read.many('myCapPlan', { where: { id: planId }, include });
  const finding = plan && bandFinding(plan.currentStage, plan.student.grade);
  return finding ? [finding] : [];
}

/** The payload of a mutation that records a stage on a plan. */
export const stagePayload = (name: string, description: string) =>
  builder.objectRef<Recorded>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      plan: t.field({
        type: MyCapPlan,
        description: 'The plan as it stands now.',
        resolve: ({ planId }, _args, context, info) => findPlan(context, planId, info),
      }),
      findings: t.field({
        type: [StageFinding],
        description: 'What is unusual in the stage of the plan; at most 1.',
        resolve: ({ planId }, _args, context) => findingsOf(context, planId),
      }),
    }),
  });
