import { beforeAll, describe } from 'vitest';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { demoToRead } from '../support/demo-databases.ts';
import { ask, type Row } from './ask.ts';

/** How long the seeding of a demo may take, on a machine that does other things too. */
export const SLOW = 120_000;
/** In term, and in the summer holidays after graduation. */
export const DAYS = ['2026-10-15', '2027-07-20'];
const STUDENTS = 3_000;

/** Asks a database of the demo; `$1` is the day that it is as of. */
type Ask = (sql: string) => Promise<Row[]>;
type Asked = {
  readonly schools: Ask;
  readonly employers: Ask;
  readonly students: Ask;
  readonly placements: Ask;
};

/** What holds of the demo on each of the days. */
export function factsOfTheDemo(facts: (demo: Asked) => void): void {
  describe.each(DAYS)('the demo as of %s', (asOf) => {
    let urls: DatabaseUrls;
    beforeAll(async () => {
      urls = await demoToRead({ students: STUDENTS, seed: 1, asOf });
    }, SLOW);

    const of =
      (database: keyof DatabaseUrls): Ask =>
      (sql) =>
        ask(urls[database], sql, sql.includes('$1') ? [asOf] : []);
    facts({
      schools: of('schools'),
      employers: of('employers'),
      students: of('students'),
      placements: of('placements'),
    });
  });
}

export const values = (rows: Row[], column: string) => rows.map((row) => row[column]);
