import type pg from 'pg';
import { keepReport } from '../../../../platform/kept-report.ts';
import { SKILL_GAIN_DEFINITION } from '../../domain/report-definitions.ts';
import { countGain } from './count-gain.ts';
import { publishGain } from './publish-gain.ts';

/** Its name in `report_run`. */
export const REPORT = 'skillGain';

const WRITE = `
  insert into skill_gain_cell (fiscal_year, place, label, board_code, skill, students, mean_baseline, mean_final, suppressed)
  select $1, place, label, board, skill::"EmployabilitySkill", students, "meanBaseline", "meanFinal", suppressed
    from jsonb_to_recordset($2::jsonb) as c(place text, label text, board text, skill text, students int,
           "meanBaseline" float8, "meanFinal" float8, suppressed text)`;

async function replace(client: pg.PoolClient, year: number): Promise<boolean> {
  const { alone, schools } = await countGain(client, year);
  await client.query('delete from skill_gain_cell where fiscal_year = $1', [year]);
  await client.query(WRITE, [year, JSON.stringify(publishGain(schools))]);
  return alone;
}

/** Counts the kept skill gain of a fiscal year where that has to be. */
export const keepSkillGain = (pool: pg.Pool) =>
  keepReport({ pool, name: REPORT, version: SKILL_GAIN_DEFINITION.version, replace });
