import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { SubgraphResponse } from '../../../platform/subgraph.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createEmployersAndSites } from '../../../subgraphs/employers-and-sites/subgraph.ts';
import { actorsNear } from '../../support/actors.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

/** Somebody of every role; the employer has no site unless one is given. */
export const ACTORS: Readonly<Record<Role, Actor>> = actorsNear({
  student: '01890000-0000-7000-8000-000000000001',
  school: '90350010',
  district: '90350000',
  board: 'BOSTON',
});
export const OTHER_BOARD: Actor = { subject: 'other', role: 'BOARD_STAFF', board: 'CENTRAL' };
export const employerAt = (...sites: string[]): Actor => ({
  subject: 'employer',
  role: 'EMPLOYER',
  sites,
});

/** Who may neither onboard nor publish, whatever they are near to. */
export const BYSTANDERS = [
  'STUDENT',
  'FAMILY',
  'SCHOOL_STAFF',
  'DISTRICT_STAFF',
  'PARTNER',
  'STATE',
  'ADMIN',
] as const;

/** What an answer was refused for: codes, with the rule where there is one. */
export const refusalsOf = ({ errors }: Pick<SubgraphResponse, 'errors'>) =>
  errors?.map(({ extensions }) =>
    extensions?.rule ? `${extensions.code} ${extensions.rule}` : extensions?.code,
  );

/** How often each outcome came: "done" or a refusal. */
export function outcomesOf(answers: readonly SubgraphResponse[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const outcome = refusalsOf(answer)?.join(', ') ?? 'done';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

export const FIFTY = Array.from({ length: 50 }, (_, n) => n);

/** The subgraph over a database of the test file's own. */
export function openWriting() {
  let graph: SubgraphUnderTest;
  beforeAll(async () => {
    graph = await startSubgraph('employers-and-sites', createEmployersAndSites);
  });
  afterAll(() => graph.stop());
  return {
    database: () => graph.database,
    logged: () => graph.logged,
    ask: (...question: Parameters<SubgraphUnderTest['ask']>) => graph.ask(...question),
    async rows(sql: string, values: readonly unknown[] = []) {
      const { rows } = await graph.database.pool.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
  };
}
