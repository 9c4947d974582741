import type { Metric } from './metric.ts';
import { type SeriesBy, seriesBy } from './series.ts';

export class Counter {
  value = 0;

  add(): void {
    this.value += 1;
  }
}

/** Counts by the values of one label. */
export function countersBy(
  name: string,
  help: string,
  label: string,
): Metric & Pick<SeriesBy<Counter>, 'of'> {
  const series = seriesBy([label], () => new Counter());
  return {
    of: series.of,
    text: () => ({
      name,
      help,
      type: 'counter',
      samples: series.all().map(([labels, { value }]) => `${name}{${labels}} ${value}`),
    }),
  };
}
