import { builder } from '../builder.ts';
import { OnboardingStepEnum } from './enums.ts';
import { WorkforceBoardRef } from './foreign-refs.ts';

export const OnboardingResource = builder.prismaObject('OnboardingResource', {
  description: 'What somebody recommends to colleagues who onboard sites: a form, a guide, a way.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    title: t.exposeString('title', { nullable: true, description: 'What it is called.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is good for.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it stands.' }),
    step: t.expose('step', {
      type: OnboardingStepEnum,
      description: 'The step it helps with; null where it is about all of them.',
    }),
    board: t.field({
      type: WorkforceBoardRef,
      description: 'The workforce board whose staff recommends it.',
      resolve: ({ boardCode }) => ({ code: boardCode }),
    }),
    recommendedOn: t.expose('recommendedOn', {
      type: 'Date',
      description: 'The day it was recommended.',
    }),
  }),
});
