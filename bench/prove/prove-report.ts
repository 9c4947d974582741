import { findWholeReads, undesigned } from '../../test/federation/query-plans/walk.ts';
import { asPersona, timeAsk, timeUntilAnswered } from './ask.ts';
import { captureAnswered } from './capture-answered.ts';
import { percentile } from './percentile.ts';
import type { Ground } from './prove-operation.ts';
import type { Report } from './reports.ts';

export type ProvenReport = {
  readonly name: string;
  /** The first ask, when nothing is kept and all is counted; null for a report that is never kept. */
  readonly countedMs: number | null;
  /** Asks that the gateway gave up while it was counted. */
  readonly givenUp: number;
  readonly p50: number;
  readonly p95: number;
  /** What the answer says of its age: when, or of which day, it was counted. */
  readonly asOf: string;
  readonly wholeReads: readonly string[];
};

const TIMES = 50;
const FORGET = 'delete from report_run where report = $1';

const asOfIn = (text: string): string => /"asOf":"([^"]+)"/.exec(text)?.[1] ?? 'not told';

async function forget({ clients }: Ground, { kept }: Report): Promise<void> {
  if (kept) await clients[kept.subgraph].query(FORGET, [kept.report]);
}

export async function proveReport(ground: Ground, report: Report): Promise<ProvenReport> {
  const { key, url, seen, clients, isSmall } = ground;
  const { name, as, query, kept } = report;
  await forget(ground, report);
  const captured = await captureAnswered(seen, () => seen.ask(query, as));
  const found = await findWholeReads(clients, captured, isSmall);

  const request = await asPersona(key, as, query, {});
  await timeUntilAnswered(url, request);
  await forget(ground, report);
  const first = await timeUntilAnswered(url, request);
  const later: number[] = [];
  for (let done = 0; done < TIMES; done += 1) later.push((await timeAsk(url, request)).ms);
  return {
    name,
    countedMs: kept ? first.ms : null,
    givenUp: first.failed,
    p50: percentile(later, 0.5),
    p95: percentile(later, 0.95),
    asOf: asOfIn(first.text),
    wholeReads: undesigned(found),
  };
}
