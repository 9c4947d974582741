import { createServer } from 'node:http';
import pg from 'pg';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';

/**
 * The limit that the journey is held against: `node:http` and `pg`, the four statements that the answer
 * needs, JSON by hand. It knows one operation, verifies no token (the student's id is the header
 * `x-student`) and has no limits: what a product adds to this is what the ratio shows.
 */
const env = readEnv({
  PORT: z.coerce.number(),
  SCHOOLS_DATABASE_URL: z.string(),
  EMPLOYERS_DATABASE_URL: z.string(),
  STUDENTS_DATABASE_URL: z.string(),
  PLACEMENTS_DATABASE_URL: z.string(),
});
const pool = (connectionString: string) => new pg.Pool({ connectionString, max: 10 });
const schools = pool(env.SCHOOLS_DATABASE_URL);
const employers = pool(env.EMPLOYERS_DATABASE_URL);
const students = pool(env.STUDENTS_DATABASE_URL);
const placements = pool(env.PLACEMENTS_DATABASE_URL);

const STUDENT = `
  select s.school_code, json_build_object(
    'displayName', s.display_name, 'grade', s.grade, 'school', null,
    'myCap', (select json_build_object(
      'currentStage', p.current_stage, 'status', p.status,
      'goals', coalesce((select json_agg(json_build_object('text', g.text, 'targetSoc', g.target_soc) order by g.id)
        from my_cap_goal g where g.plan_id = p.id), '[]'),
      'stageHistory', coalesce((select json_agg(json_build_object('to', t.to_stage,
          'at', to_char(t.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by t.at)
        from stage_transition t where t.plan_id = p.id), '[]'),
      'activities', coalesce((select json_agg(json_build_object('type', a.type, 'stage', a.stage, 'date', a.date)
          order by a.date, a.id)
        from career_activity a where a.plan_id = p.id), '[]'))
      from my_cap_plan p where p.open_for = s.id)) as me
  from student s where s.id = $1`;

const PLACEMENTS = `
  select p.site_id, json_build_object(
    'wblType', p.wbl_type, 'status', p.status,
    'plannedHours', round(p.planned_minutes / 60.0, 2), 'hoursLogged', round(p.logged_minutes / 60.0, 2),
    'site', null,
    'wblPlan', (select json_build_object('skillGain', coalesce((
        select json_agg(json_build_object('employabilitySkill', b.employability_skill,
          'baseline', b.score, 'final', f.score, 'gain', f.score - b.score) order by b.position)
        from skill_score b join skill_score f
          on b.employability_skill = f.employability_skill or b.career_skill_id = f.career_skill_id
        where b.review_id = (select id from wbl_review where plan_id = w.id and kind = 'BASELINE' order by date desc, id desc limit 1)
          and f.review_id = (select id from wbl_review where plan_id = w.id and kind = 'FINAL' order by date desc, id desc limit 1)), '[]'))
      from wbl_plan w where w.placement_id = p.id),
    'reflections', coalesce((select json_agg(json_build_object('date', r.date, 'text', r.text) order by r.date, r.id)
      from reflection r where r.placement_id = p.id), '[]')) as placement
  from placement p where p.student_id = $1 order by p.start_date desc, p.id limit 10`;

const SITES = `
  select s.id, json_build_object('name', s.name, 'employer', json_build_object('name', e.name), 'setting', s.setting) as site
  from site s join employer e on e.id = s.employer_id where s.id = any($1)`;

const SCHOOL = 'select name from school where dese_code = $1';

async function journey(id: string): Promise<string> {
  const [student, placed] = await Promise.all([
    students.query({ name: 'student', text: STUDENT, values: [id] }),
    placements.query({ name: 'placements', text: PLACEMENTS, values: [id] }),
  ]);
  const [{ school_code: schoolCode, me }] = student.rows;
  const ids = [...new Set(placed.rows.map((row) => row.site_id).filter(Boolean))];
  const [school, sites] = await Promise.all([
    schools.query({ name: 'school', text: SCHOOL, values: [schoolCode] }),
    ids.length > 0 ? employers.query({ name: 'sites', text: SITES, values: [ids] }) : { rows: [] },
  ]);
  const siteOf = new Map(sites.rows.map((row) => [row.id, row.site]));
  const nodes = placed.rows.map((row) => ({
    ...row.placement,
    site: siteOf.get(row.site_id) ?? null,
  }));
  return JSON.stringify({
    data: { me: { ...me, school: school.rows[0] ?? null, placements: { nodes } } },
  });
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    journey(String(request.headers['x-student'])).then(
      (body) => response.setHeader('content-type', 'application/json').end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(env.PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
