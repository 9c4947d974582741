import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';
import { WORKFORCE_BOARD_CODES } from '../../../platform/vocabulary.ts';

const school = z.object({
  deseCode: z.string(),
  boardCode: z.enum(WORKFORCE_BOARD_CODES),
  closed: z.boolean(),
});

const KEEP = `
  insert into school_ref (school_code, board_code, closed)
  select "deseCode", "boardCode", closed
    from jsonb_to_recordset($1::jsonb)
      as told ("deseCode" text, "boardCode" "WorkforceBoardCode", closed boolean)
  on conflict (school_code) do update
    set board_code = excluded.board_code, closed = excluded.closed
    where (school_ref.board_code, school_ref.closed)
      is distinct from (excluded.board_code, excluded.closed)`;

/** Keeps which board a school has, and whether it is closed: who may hold an event there, and whether at all. */
export const applySchools: Apply = async (client, facts) => {
  const gone = facts.filter(({ body }) => body === null).map(({ key }) => key);
  const there = facts.filter(({ body }) => body !== null).map(({ body }) => school.parse(body));
  await client.query('delete from school_ref where school_code = any($1)', [gone]);
  await client.query(KEEP, [JSON.stringify(there)]);
};
