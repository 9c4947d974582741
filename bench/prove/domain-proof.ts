import type { ProvenOperation } from './prove-operation.ts';
import type { ProvenReport } from './prove-report.ts';

export type Proof = {
  readonly at: Date;
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number };
  /** How much else the machine did in the minute before: the load average. */
  readonly load: number;
  readonly students: number;
  readonly times: number;
  readonly operations: readonly ProvenOperation[];
  readonly reports: readonly ProvenReport[];
};

/** A report that is counted at each ask takes less than this. */
const REPORT_WITHIN_MS = 500;

/** What does not hold, as sentences. */
export function failuresOf({ operations, reports }: Proof): readonly string[] {
  const plans = [...operations, ...reports].flatMap(({ name, wholeReads }) =>
    wholeReads.map((read) => `${name} reads a large table whole: ${read}`),
  );
  const slow = reports
    .filter(({ countedMs, p95 }) => countedMs === null && p95 >= REPORT_WITHIN_MS)
    .map(({ name, p95 }) => `${name} is not kept, and its p95 is ${Math.round(p95)} ms.`);
  const late = reports
    .filter(({ givenUp }) => givenUp > 0)
    .map(({ name, givenUp }) => `${name} was given up ${givenUp} times before it was counted.`);
  return [...plans, ...slow, ...late];
}
