import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';
import { day, readFacts } from './facts.ts';

const attendance = z.object({
  eventId: z.uuid(),
  studentId: z.uuid(),
  activityType: z.string(),
  date: day,
  recordedBy: z.string(),
  scope: z.object({
    schools: z.array(z.string()).nullish(),
    district: z.string().nullish(),
    board: z.string().nullish(),
  }),
});

const COLUMNS = `key text, "eventId" uuid, "studentId" uuid, "activityType" text, date date,
  "recordedBy" text, schools text[], district text, board text`;

/** Takes back the activities that came of facts which are gone or were corrected. */
const TAKE_BACK = `
  delete from career_activity a using my_cap_plan p, attendance_ref was
   where was.key = any($1)
     and p.student_id = was.student_id and a.plan_id = p.id and a.event_id = was.event_id
     and a.recorded_by = was.recorded_by and a.reflection is null
     and not exists (
       select from jsonb_to_recordset($2::jsonb) as told (${COLUMNS})
        where (told.key, told."eventId", told."studentId", told."activityType", told.date,
               told."recordedBy", told.schools, told.district, told.board)
          is not distinct from
              (was.key, was.event_id, was.student_id, was.activity_type, was.date,
               was.recorded_by, was.scope_schools, was.scope_district::text, was.scope_board))`;

const KEEP = `
  insert into attendance_ref as known
    (key, event_id, student_id, activity_type, date, recorded_by, scope_schools, scope_district, scope_board)
  select key, "eventId", "studentId", "activityType", date, "recordedBy", schools, district, board
    from jsonb_to_recordset($1::jsonb) as told (${COLUMNS})
  on conflict (key) do update
    set event_id = excluded.event_id, student_id = excluded.student_id,
        activity_type = excluded.activity_type, date = excluded.date,
        recorded_by = excluded.recorded_by, scope_schools = excluded.scope_schools,
        scope_district = excluded.scope_district, scope_board = excluded.scope_board`;

/**
 * Keeps who was at which event, and records it as activities on the students' plans: where the
 * recorder may speak for the student, on a day of the plan, once for each event and student.
 */
export const applyAttendance: Apply = async (client, facts) => {
  const { there, gone } = readFacts(facts, attendance);
  const told = there.map(({ scope, ...fact }) => ({
    ...fact,
    schools: scope.schools ?? [],
    district: scope.district ?? null,
    board: scope.board ?? null,
  }));
  const json = JSON.stringify(told);
  await client.query(TAKE_BACK, [facts.map(({ key }) => key), json]);
  await client.query(KEEP, [json]);
  await client.query('delete from attendance_ref where key = any($1)', [gone]);
  await client.query('select record_attendance($1)', [told.map(({ studentId }) => studentId)]);
};
