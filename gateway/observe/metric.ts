/** One metric as it stands, for Prometheus. */
export type Exposed = {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly string[];
};

/** Something that is read when `/metrics` is. */
export type Metric = { text(): Exposed };

/** Metrics in Prometheus' text format, version 0.0.4. */
export const textOf = (metrics: readonly Metric[]): string =>
  metrics.map((metric) => `${linesOf(metric.text()).join('\n')}\n`).join('');

const linesOf = ({ name, help, type, samples }: Exposed) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...samples,
];

/** One label. The format knows three escapes only, fewer than JSON: a scrape with another is lost whole. */
export const labelText = (name: string, value: string): string =>
  `${name}="${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
