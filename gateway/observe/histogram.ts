import type { Metric } from './metric.ts';
import { type SeriesBy, seriesBy } from './series.ts';

/** Up to which seconds a bucket counts. The last is a request's deadline. */
const BOUNDS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15,
] as const;

/** How often something took how long. */
export class Histogram {
  readonly #counts = new Float64Array(BOUNDS.length + 1);
  #sum = 0;

  observe(ms: number): void {
    const seconds = ms / 1000;
    let bucket = 0;
    for (const bound of BOUNDS) {
      if (seconds <= bound) break;
      bucket += 1;
    }
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += seconds;
  }

  samples(name: string, labels: string): string[] {
    const lead = labels === '' ? '' : `${labels},`;
    const braced = labels === '' ? '' : `{${labels}}`;
    let count = 0;
    const buckets = [...this.#counts].map((found, bucket) => {
      count += found;
      return `${name}_bucket{${lead}le="${BOUNDS[bucket] ?? '+Inf'}"} ${count}`;
    });
    return [...buckets, `${name}_sum${braced} ${this.#sum}`, `${name}_count${braced} ${count}`];
  }
}

type Histograms = Metric & Pick<SeriesBy<Histogram>, 'of'>;

/** Durations by the values of one or two labels. */
export function histogramsBy(
  name: string,
  help: string,
  labels: readonly [first: string, second?: string],
): Histograms {
  const series = seriesBy(labels, () => new Histogram());
  return {
    of: series.of,
    text: () => ({
      name,
      help,
      type: 'histogram',
      samples: series.all().flatMap(([found, histogram]) => histogram.samples(name, found)),
    }),
  };
}

export function histogram(name: string, help: string): Metric & Pick<Histogram, 'observe'> {
  const durations = new Histogram();
  return {
    observe: (ms) => durations.observe(ms),
    text: () => ({ name, help, type: 'histogram', samples: durations.samples(name, '') }),
  };
}
