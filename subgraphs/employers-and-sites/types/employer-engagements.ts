import { builder } from '../builder.ts';
import { daysOfFiscalYear } from '../domain/fiscal-year.ts';
import { MAX_LIST } from '../limits.ts';
import { CareerEvent } from './career-event.ts';
import { Employer } from './employer.ts';

/** The condition on what an employer hosted: that it began in a fiscal year, where one is given. */
function beganIn(fiscalYear: number | null | undefined) {
  if (!fiscalYear) return {};
  const { first, last } = daysOfFiscalYear(fiscalYear);
  return { event: { startDate: { gte: new Date(first), lte: new Date(last) } } };
}

// Apart from the employer's other fields: an employer leads to events, and an event to its hosts.
builder.prismaObjectField(Employer, 'engagements', (t) =>
  t.field({
    type: [CareerEvent],
    nullable: false,
    description: `The career events it hosted, alone or with others, the latest recorded first; at most ${MAX_LIST}.`,
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', description: 'Only those that begin in it.' }),
    },
    select: ({ fiscalYear }, _context, nestedSelection) => ({
      hosted: {
        where: beganIn(fiscalYear),
        orderBy: { eventId: 'desc' },
        take: MAX_LIST,
        select: { event: nestedSelection() },
      },
    }),
    resolve: ({ hosted }) => hosted.map(({ event }) => event),
  }),
);
