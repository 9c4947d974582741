import { type Exposed, labelText, type Metric } from './metric.ts';

/** A number that is found when it is asked for. */
export const gauge = (name: string, help: string, read: () => number): Metric => ({
  text: () => ({ name, help, type: 'gauge', samples: [`${name} ${read()}`] }),
});

/** Numbers by the values of one label. */
export const gaugeBy = (
  name: string,
  help: string,
  label: string,
  read: () => ReadonlyMap<string, number>,
): Metric => ({
  text: (): Exposed => ({
    name,
    help,
    type: 'gauge',
    samples: [...read()].map(([value, number]) => `${name}{${labelText(label, value)}} ${number}`),
  }),
});
