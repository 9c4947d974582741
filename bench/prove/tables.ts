import type { Proof } from './domain-proof.ts';
import type { ProvenOperation } from './prove-operation.ts';
import type { ProvenReport } from './prove-report.ts';

const ms = (value: number) => value.toFixed(1);
const thousands = (value: number) => value.toLocaleString('en-US');
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

const operationRow = ({ name, as, p50, p95, statements, rows, bytes }: ProvenOperation) =>
  row([`\`${name}\``, as, ms(p50), ms(p95), statements, thousands(rows), thousands(bytes)]);

const reportRow = ({ name, countedMs, p50, p95, asOf }: ProvenReport) =>
  row([
    `\`${name}\``,
    countedMs === null ? 'counted at each ask' : 'kept',
    countedMs === null ? '' : ms(countedMs),
    ms(p50),
    ms(p95),
    asOf.includes('T') ? 'the moment' : 'the day',
  ]);

/** The proof as Markdown. */
export function tablesOf({
  at,
  machine,
  load,
  students,
  times,
  operations,
  reports,
}: Proof): string {
  return [
    `${thousands(students)} students, ${at.toISOString().slice(0, 10)}; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node.slice(1)}; load ${load.toFixed(1)} before it began. Each operation ${times} times, one after another.`,
    '',
    row(['Operation', 'As', 'p50 ms', 'p95 ms', 'SQL statements', 'Rows read', 'Answer, bytes']),
    row(['---', '---', '---:', '---:', '---:', '---:', '---:']),
    ...operations.map(operationRow),
    '',
    row(['Report', 'How', 'Counting it ms', 'p50 ms', 'p95 ms', 'Its age, by']),
    row(['---', '---', '---:', '---:', '---:', '---']),
    ...reports.map(reportRow),
  ].join('\n');
}

const BEGIN = '<!-- npm run prove: begin -->';
const END = '<!-- npm run prove: end -->';

/** A document with these tables between its two marks. */
export function withTables(document: string, tables: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`There is no place for the tables: write "${BEGIN}" and "${END}".`);
  return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}
