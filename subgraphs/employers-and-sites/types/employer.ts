import { builder } from '../builder.ts';
import { findEmployer } from '../entities.ts';
import { MAX_LIST } from '../limits.ts';
import { EmployerSectorEnum } from './enums.ts';
import { WorkforceBoardRef } from './foreign-refs.ts';

export const Employer = builder.prismaObject('Employer', {
  description: 'An organization that hosts students or takes part in career events.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    name: t.exposeString('name', { nullable: false, description: 'What it is called.' }),
    sector: t.expose('sector', {
      type: EmployerSectorEnum,
      nullable: false,
      description: 'Who runs it.',
    }),
    naics: t.expose('naics', { type: 'NaicsCode', description: 'Its industry, where known.' }),
    board: t.field({
      type: WorkforceBoardRef,
      description: 'The workforce board that works with it.',
      resolve: ({ boardCode }) => ({ code: boardCode }),
    }),
    sites: t.relation('sites', {
      nullable: false,
      description: `Where it has people work, in the order of ids; at most ${MAX_LIST}.`,
      query: { orderBy: { id: 'asc' }, take: MAX_LIST },
    }),
  }),
});

builder.asEntity(Employer, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findEmployer(context, id, info),
});
