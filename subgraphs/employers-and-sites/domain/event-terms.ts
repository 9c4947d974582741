import type { CareerStage } from '../../../platform/vocabulary.ts';
import { CAREER_EVENT_CHART, type CareerEventType } from './career-event-chart.ts';

/** A career event as its rules see it; days are `YYYY-MM-DD`. */
export type EventTerms = {
  readonly type: CareerEventType;
  readonly stage: CareerStage | null;
  readonly startDate: string;
  readonly endDate: string;
  readonly employers: number;
  readonly schools: number;
};

export type EventFit =
  | { readonly status: 'fits'; readonly stage: CareerStage }
  | { readonly status: 'ends-before-start' }
  | { readonly status: 'without-host' }
  | { readonly status: 'stage-elsewhere'; readonly right: CareerStage };

/** An event has somebody who holds it, ends after it starts, and serves the stage that the chart gives its type. */
export function eventFit({ type, stage, ...terms }: EventTerms): EventFit {
  const right = CAREER_EVENT_CHART[type].stage;
  if (terms.endDate < terms.startDate) return { status: 'ends-before-start' };
  if (terms.employers + terms.schools === 0) return { status: 'without-host' };
  if (stage !== null && stage !== right) return { status: 'stage-elsewhere', right };
  return { status: 'fits', stage: right };
}
