import type pg from 'pg';
import { keepReport } from '../../../../platform/kept-report.ts';
import { PARTICIPATION } from '../../domain/counts-for-perkins.ts';
import { countGraduates } from './count-graduates.ts';
import { publish } from './publish.ts';

/** Its name in `report_run`. */
export const REPORT = 'perkins5S3';

const WRITE = `
  insert into perkins_cell (reporting_year, place, group_by, position, label, student_group, numerator, denominator, suppressed)
  select $1, c.* from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::int[], $8::int[], $9::text[]) as c`;

async function replace(client: pg.PoolClient, year: number): Promise<boolean> {
  const counted = await countGraduates(client, year);
  const cells = await publish(counted);
  await client.query('delete from perkins_cell where reporting_year = $1', [year]);
  await client.query(WRITE, [
    year,
    cells.map(({ place }) => place),
    cells.map(({ groupBy }) => groupBy),
    cells.map((_, position) => position),
    cells.map(({ label }) => label),
    cells.map(({ group }) => group),
    cells.map(({ numerator }) => numerator),
    cells.map(({ denominator }) => denominator),
    cells.map(({ suppressed }) => suppressed),
  ]);
  return counted.alone;
}

/** Counts the kept cells of a reporting year where that has to be. */
export const keepPerkins = (pool: pg.Pool) =>
  keepReport({ pool, name: REPORT, version: PARTICIPATION.definitionVersion, replace });
