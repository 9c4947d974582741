import { builder } from '../builder.ts';
import type { FafsaCompletion as Counts } from '../fafsa-completion.ts';

/** The state reads figures of a school, and no record. */
export const FIGURES_FOR_THE_STATE = { role: 'STATE', holds: () => true } as const;

export const FafsaCompletion = builder.objectRef<Counts>('FafsaCompletion').implement({
  description:
    'How many students in grade 12 completed the FAFSA, of those of whom it is known. Hidden where it would tell of five or fewer.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    completed: t.exposeInt('completed', {
      readableWhere: FIGURES_FOR_THE_STATE,
      description: 'How many completed it.',
    }),
    of: t.exposeInt('of', {
      readableWhere: FIGURES_FOR_THE_STATE,
      description: 'Of how many it is known.',
    }),
    percent: t.field({
      type: 'Decimal',
      readableWhere: FIGURES_FOR_THE_STATE,
      description: 'The share, in percent with one decimal. Null where there is nobody.',
      resolve: ({ percent }) => percent,
    }),
    suppressed: t.exposeBoolean('suppressed', {
      nullable: false,
      classified: 'PUBLIC',
      description: 'Whether the numbers are hidden for being small.',
    }),
  }),
});
