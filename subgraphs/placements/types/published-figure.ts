import { builder } from '../builder.ts';
import type { PublishedFigure as Figure } from '../reports/published-outcomes.ts';

export const PublishedFigure = builder.objectRef<Figure>('PublishedFigure').implement({
  description: 'A figure of the past, exactly as it was published.',
  classified: 'PUBLIC',
  fields: (t) => ({
    metric: t.exposeString('metric', { nullable: false, description: 'What it counts.' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: false,
      description: 'The figure.',
    }),
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: true,
      description: 'Its fiscal year; null where the publication contradicts itself.',
    }),
    asPublishedNote: t.string({
      nullable: true,
      description: 'What the publication says of the year, where that is not clear.',
      resolve: ({ fiscalYearAsPublished }) => fiscalYearAsPublished ?? null,
    }),
    source: t.exposeString('source', { nullable: false, description: 'Where it was published.' }),
  }),
});
