import { builder } from '../builder.ts';
import { findOpportunityProgram } from '../entities.ts';
import { MAX_LIST } from '../limits.ts';
import { SeasonEnum } from './enums.ts';
import { WorkforceBoardRef } from './foreign-refs.ts';

export const OpportunityProgram = builder.prismaObject('OpportunityProgram', {
  description:
    "Opportunities under one name: a campaign for summer jobs, or a host's program at many worksites.",
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    name: t.exposeString('name', { nullable: false, description: 'What it is called.' }),
    summary: t.exposeString('summary', {
      nullable: false,
      description: 'What it is, for students and families.',
    }),
    season: t.expose('season', {
      type: SeasonEnum,
      nullable: false,
      description: 'When in a year it is.',
    }),
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The fiscal year in which it starts: a summer belongs to the one it begins.',
    }),
    board: t.field({
      type: WorkforceBoardRef,
      description: 'The workforce board that announced it.',
      resolve: ({ boardCode }) => ({ code: boardCode }),
    }),
    host: t.relation('host', {
      nullable: true,
      description: 'Who runs it; null for a campaign, in which each employer offers its own.',
    }),
    wraparoundSupports: t.relation('supports', {
      nullable: false,
      description: 'What partners give to everyone in it beside the work; a few.',
      query: { orderBy: { id: 'asc' }, take: MAX_LIST },
    }),
  }),
});

builder.asEntity(OpportunityProgram, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findOpportunityProgram(context, id, info),
});
