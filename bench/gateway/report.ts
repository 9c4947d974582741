import { median } from '../rounds.ts';
import type { Round, Row, Spread } from './measure.ts';
import type { Work } from './work/work.ts';

export type Table = Pick<Work, 'name' | 'title'> & { readonly rows: readonly Row[] };

/** A gateway that had less of its core was not what the load waited for. */
const SATURATED = 0.95;

const WIDTH = 25;
const cell = (text: string) => text.padStart(WIDTH);
const range = ({ median: middle, min, max }: Spread, digits: number) =>
  `${middle.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
const middleOf = (rounds: readonly Round[], of: (round: Round) => number | null) =>
  median(rounds.map((round) => of(round) ?? Number.NaN));
const percent = (share: number) => `${Math.round(share * 100)} %`;

const HEAD = [
  'gateway'.padEnd(14),
  cell('requests/s'),
  cell('ratio'),
  cell('CPU ms/request'),
  cell('CPU ratio'),
  ...['CPU', 'load core', 'fetches', 'p50 ms', 'p99 ms'].map((text) => text.padStart(11)),
].join('');

function line({ name, throughput, ratio, cpuMs, cpuRatio, rounds }: Row): string {
  const narrow = [
    percent(middleOf(rounds, (one) => one.gatewayCpu)),
    percent(middleOf(rounds, (one) => one.loadCore)),
    middleOf(rounds, (one) => one.fetches).toFixed(1),
    middleOf(rounds, (one) => one.p50).toFixed(1),
    middleOf(rounds, (one) => one.p99).toFixed(1),
  ];
  return [
    name.padEnd(14),
    cell(range(throughput, 0)),
    cell(range(ratio, 2)),
    cell(range(cpuMs, 3)),
    cell(range(cpuRatio, 2)),
    ...narrow.map((text) => text.padStart(11)),
  ].join('');
}

/** Whose throughput says too little: something else than the gateway was the limit. */
export const notSaturated = ({ rows }: Table): readonly string[] =>
  rows
    .filter(({ rounds }) => middleOf(rounds, (one) => one.gatewayCpu) < SATURATED)
    .map(({ name }) => name);

/** Medians of the rounds, with the lowest and the highest. */
export function printTable(table: Table): string {
  const idle = notSaturated(table);
  const note = `Not at the limit of their core, so compare the CPU ratio: ${idle.join(', ')}.`;
  const lines = [table.title, HEAD, ...table.rows.map(line), ...(idle.length > 0 ? [note] : [])];
  return `\n${lines.join('\n')}\n`;
}
