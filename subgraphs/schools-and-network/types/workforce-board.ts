import { builder } from '../builder.ts';
import { daysOfFiscalYear } from '../domain/fiscal-year.ts';
import { findWorkforceBoard } from '../entities.ts';
import { PlanningRegionEnum, WorkforceBoardCodeEnum } from './enums.ts';

export function withinFiscalYear(fiscalYear: number) {
  const { first, last } = daysOfFiscalYear(fiscalYear);
  return { gte: new Date(first), lte: new Date(last) };
}

export const WorkforceBoard = builder.prismaObject('WorkforceBoard', {
  description:
    'A MassHire workforce board, formerly "Workforce Investment Board": it connects the schools and businesses of its region.',
  classified: 'PUBLIC',
  fields: (t) => ({
    code: t.expose('code', {
      type: WorkforceBoardCodeEnum,
      nullable: false,
      description: 'Which of the 16 boards.',
    }),
    name: t.exposeString('name', { nullable: false, description: 'Its full name.' }),
    aliases: t.exposeStringList('aliases', {
      nullable: false,
      description:
        'Older names under which people look for it, such as "Boston Workforce Investment Board" and "Boston WIB"; a few.',
    }),
    planningRegion: t.expose('planningRegion', {
      type: PlanningRegionEnum,
      nullable: false,
      description: 'The region in which it plans together with its neighbors.',
    }),
    municipalities: t.stringList({
      nullable: false,
      description: 'The cities and towns of its region, in alphabetical order; 60 at most.',
      select: { municipalities: { select: { name: true }, orderBy: { name: 'asc' } } },
      resolve: ({ municipalities }) => municipalities.map(({ name }) => name),
    }),
    convenings: t.relation('convenings', {
      nullable: false,
      description: 'Its regional convenings, in the order of dates; one or a few a year.',
      args: {
        fiscalYear: t.arg({ type: 'FiscalYear', description: 'Only those of this fiscal year.' }),
      },
      query: ({ fiscalYear }) => ({
        where: { date: fiscalYear ? withinFiscalYear(fiscalYear) : undefined },
        orderBy: [{ date: 'asc' }, { id: 'asc' }],
      }),
    }),
  }),
});

builder.asEntity(WorkforceBoard, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => findWorkforceBoard(context, code, info),
});
