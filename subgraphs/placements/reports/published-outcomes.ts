import { z } from 'zod';
import published from '../reference/ca_published_outcomes.json' with { type: 'json' };

const figure = z.object({
  fiscalYear: z.int().nullable(),
  fiscalYearAsPublished: z.string().optional(),
  metric: z.string(),
  value: z.number(),
  source: z.string(),
});
export type PublishedFigure = z.infer<typeof figure>;

/** Figures of the past, exactly as they were published, with what is wrong about them. */
const PUBLISHED: readonly PublishedFigure[] = z.array(figure).parse(published);

/** Those of a fiscal year, and those of which nobody knows the year: they stand beside every year's. */
export const publishedOutcomes = (fiscalYear: number): readonly PublishedFigure[] =>
  PUBLISHED.filter((each) => each.fiscalYear === null || each.fiscalYear === fiscalYear);
