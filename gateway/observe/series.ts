import { labelText } from './metric.ts';

/** The series of one metric, by the values of at most two labels. A series begins when it is first asked for. */
export type SeriesBy<Series> = {
  of(first: string, second?: string): Series;
  /** With the labels as Prometheus writes them, without braces. */
  all(): (readonly [labels: string, series: Series])[];
};

/** Two maps in each other: a key of both texts would be made anew for each request. */
export function seriesBy<Series>(
  [first, second]: readonly [first: string, second?: string],
  create: () => Series,
): SeriesBy<Series> {
  const known = new Map<string, Map<string, Series>>();

  function begin(one: string, other: string): Series {
    const below = known.get(one) ?? new Map<string, Series>();
    known.set(one, below);
    const series = create();
    below.set(other, series);
    return series;
  }

  const labels = (one: string, other: string) =>
    second ? `${labelText(first, one)},${labelText(second, other)}` : labelText(first, one);

  return {
    of: (one, other = '') => known.get(one)?.get(other) ?? begin(one, other),
    all: () =>
      [...known].flatMap(([one, below]) =>
        [...below].map(([other, series]) => [labels(one, other), series] as const),
      ),
  };
}
