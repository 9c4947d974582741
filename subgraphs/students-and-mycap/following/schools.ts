import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';
import { WORKFORCE_BOARD_CODES } from '../../../platform/vocabulary.ts';
import { PathwayType } from '../generated/client/client.ts';
import { readFacts } from './facts.ts';

const school = z.object({
  deseCode: z.string(),
  name: z.string(),
  boardCode: z.enum(WORKFORCE_BOARD_CODES),
  grades: z.array(z.number().int()),
  closed: z.boolean(),
});

const KEEP_SCHOOLS = `
  insert into school_ref as known (dese_code, name, board_code, grades, closed)
  select "deseCode", name, "boardCode"::"WorkforceBoardCode", grades, closed
    from jsonb_to_recordset($1::jsonb)
      as told ("deseCode" text, name text, "boardCode" text, grades int[], closed boolean)
  on conflict (dese_code) do update
    set name = excluded.name, board_code = excluded.board_code,
        grades = excluded.grades, closed = excluded.closed`;

/** A student's board is their school's, kept beside them so that a region's list walks one index. */
const MOVE_STUDENTS = `
  update student s set board_code = r.board_code
    from school_ref r
   where r.dese_code = any($1) and s.school_code = r.dese_code and s.board_code <> r.board_code`;

export const applySchools: Apply = async (client, facts) => {
  const { there, gone } = readFacts(facts, school);
  await client.query(KEEP_SCHOOLS, [JSON.stringify(there)]);
  await client.query('delete from school_ref where dese_code = any($1)', [gone]);
  await client.query(MOVE_STUDENTS, [there.map(({ deseCode }) => deseCode)]);
};

const program = z.object({
  id: z.uuid(),
  schoolCode: z.string(),
  type: z.enum(PathwayType),
  title: z.string(),
  credentialIds: z.array(z.uuid()),
});

const KEEP_PROGRAMS = `
  insert into program_ref as known (id, school_code, type, title, credential_ids)
  select id, "schoolCode", type::"PathwayType", title, "credentialIds"
    from jsonb_to_recordset($1::jsonb)
      as told (id uuid, "schoolCode" text, type text, title text, "credentialIds" uuid[])
  on conflict (id) do update
    set school_code = excluded.school_code, type = excluded.type,
        title = excluded.title, credential_ids = excluded.credential_ids`;

export const applyPrograms: Apply = async (client, facts) => {
  const { there, gone } = readFacts(facts, program);
  await client.query(KEEP_PROGRAMS, [JSON.stringify(there)]);
  await client.query('delete from program_ref where id::text = any($1)', [gone]);
};
