import { isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import { type AnnualConvening, annualConvening } from '../domain/annual-convening.ts';
import { fiscalYearNow, todayOf } from '../today.ts';
import { ConveningYearEnum } from './enums.ts';
import { WorkforceBoard, withinFiscalYear } from './workforce-board.ts';

type OfYear = AnnualConvening & { readonly fiscalYear: number };

const AnnualConveningRef = builder.objectRef<OfYear>('AnnualConvening').implement({
  description:
    'Whether a board has, in one fiscal year, the regional convening that is open to all schools.',
  classified: 'PUBLIC',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The fiscal year.',
    }),
    status: t.expose('status', {
      type: ConveningYearEnum,
      nullable: false,
      description: 'Whether there was, is to be, or is none.',
    }),
    date: t.field({
      type: 'Date',
      description: 'The day of the first one. Null where there is none.',
      resolve: ({ day }) => (day ? new Date(day) : null),
    }),
  }),
});

builder.prismaObjectField(WorkforceBoard, 'annualConvening', (t) =>
  t.field({
    type: AnnualConveningRef,
    nullable: false,
    description:
      'Whether the board holds its annual regional convening: each has at least one a year, open to all schools.',
    args: {
      fiscalYear: t.arg({
        type: 'FiscalYear',
        description: 'Which year; the current one where not given.',
      }),
    },
    select: ({ fiscalYear }, context) => ({
      convenings: { where: { date: withinFiscalYear(fiscalYear ?? fiscalYearNow(context)) } },
    }),
    resolve: ({ convenings }, { fiscalYear }, context) => {
      const held = convenings.map(({ date, openToAllSchools }) => ({
        day: isoDay(date),
        openToAllSchools,
      }));
      const year = fiscalYear ?? fiscalYearNow(context);
      return { ...annualConvening(held, todayOf(context)), fiscalYear: year };
    },
  }),
);
