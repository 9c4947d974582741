import { builder } from '../builder.ts';
import type { BandFinding } from '../domain/stage-band.ts';
import { CareerStageEnum } from './enums.ts';

/** A warning, never a refusal. */
export const StageFinding = builder.objectRef<BandFinding>('StageFinding').implement({
  description:
    'Something to look at again in what was recorded. It is a warning: the stage stands.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'A stable name: `STAGE_OUT_OF_BAND`.' }),
    stage: t.expose('stage', { type: CareerStageEnum, description: 'The stage.' }),
    message: t.string({
      description: 'What is unusual, in words.',
      resolve: ({ stage, grade, first, last }) =>
        `${stage} is typical of grades ${first} to ${last}; the student is in grade ${grade}.`,
    }),
  }),
});
