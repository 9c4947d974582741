import { builder } from '../builder.ts';

export type Warning = { readonly rule: string; readonly message: string };

export const RuleWarning = builder.objectRef<Warning>('RuleWarning').implement({
  description: 'What was done all the same, but is not as it usually is.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    rule: t.exposeString('rule', { nullable: true, description: 'A stable name of the rule.' }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'What is unusual about it.',
    }),
  }),
});
