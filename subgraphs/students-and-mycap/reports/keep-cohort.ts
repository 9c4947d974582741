import type pg from 'pg';
import { keepReport } from '../../../platform/kept-report.ts';
import { CAREER_STAGES } from '../../../platform/vocabulary.ts';
import { rateOf } from '../domain/rate.ts';
import { type Cohort, cohortOf } from './cohort-places.ts';
import { countCohort, PIPELINE_DEFINITION } from './count-cohort.ts';
import { type IsHidden, suppressFunnels } from './suppress-funnels.ts';
import { suppressGaps } from './suppress-gaps.ts';

/** Its name in `report_run`. */
export const PIPELINE_REPORT = 'pipeline';

const WRITE_STAGES = `
  insert into funnel_cell (school_year, place, grade, stage, students)
  select $1, c.* from unnest($2::text[], $3::int[], $4::"CareerStage"[], $5::int[]) as c`;
const WRITE_GAPS = `
  insert into gap_cell (school_year, place, stage, "group", rate, comparison_rate)
  select $1, c.* from unnest($2::text[], $3::"CareerStage"[], $4::"StudentGroup"[], $5::float8[], $6::float8[]) as c`;

async function writeStages(
  client: pg.ClientBase,
  year: number,
  { places }: Cohort,
  isHidden: IsHidden,
) {
  const rows = places.flatMap(({ id, grades }) =>
    [...grades].flatMap(([grade, { reached }]) =>
      CAREER_STAGES.map((stage, at) => {
        const students = isHidden(id, grade, at) ? null : (reached[at] ?? 0);
        return { place: id, grade, stage, students };
      }),
    ),
  );
  await client.query('delete from funnel_cell where school_year = $1', [year]);
  await client.query(WRITE_STAGES, [
    year,
    rows.map(({ place }) => place),
    rows.map(({ grade }) => grade),
    rows.map(({ stage }) => stage),
    rows.map(({ students }) => students),
  ]);
}

async function writeGaps(client: pg.ClientBase, year: number, cohort: Cohort, isHidden: IsHidden) {
  const isGapHidden = await suppressGaps(cohort, isHidden);
  const rows = cohort.groups
    .filter(({ inside }) => inside.students > 0)
    .flatMap(({ place, group, inside, outside }) =>
      CAREER_STAGES.map((stage, at) => {
        const hidden = isGapHidden(place, group, at);
        const rate = hidden ? null : rateOf(inside.reached[at] ?? 0, inside.students);
        const comparison = hidden ? null : rateOf(outside.reached[at] ?? 0, outside.students);
        return { place, group, stage, rate, comparison };
      }),
    );
  await client.query('delete from gap_cell where school_year = $1', [year]);
  await client.query(WRITE_GAPS, [
    year,
    rows.map(({ place }) => place),
    rows.map(({ stage }) => stage),
    rows.map(({ group }) => group),
    rows.map(({ rate }) => rate),
    rows.map(({ comparison }) => comparison),
  ]);
}

async function replace(client: pg.PoolClient, year: number): Promise<boolean> {
  const counted = await countCohort(client, year);
  const cohort = cohortOf(counted);
  const isHidden = await suppressFunnels(cohort.places);
  await writeStages(client, year, cohort, isHidden);
  await writeGaps(client, year, cohort, isHidden);
  return counted.alone;
}

/** Counts the kept funnels and gaps of a school year where that has to be. */
export const keepCohort = (pool: pg.Pool) =>
  keepReport({ pool, name: PIPELINE_REPORT, version: PIPELINE_DEFINITION, replace });
