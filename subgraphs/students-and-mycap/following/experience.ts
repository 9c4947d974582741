import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';
import { day, readFacts } from './facts.ts';

const experience = z.object({
  studentId: z.uuid(),
  lastPlacementStart: day.nullable(),
});

const KEEP = `
  update student s
     set last_placement_start = told."lastPlacementStart", placed = told."lastPlacementStart" is not null
    from jsonb_to_recordset($1::jsonb) as told ("studentId" uuid, "lastPlacementStart" date)
   where s.id = told."studentId" and s.last_placement_start is distinct from told."lastPlacementStart"`;

const FORGET =
  'update student set last_placement_start = null, placed = false where id::text = any($1)';

export const applyExperience: Apply = async (client, facts) => {
  const { there, gone } = readFacts(facts, experience);
  await client.query(KEEP, [JSON.stringify(there)]);
  await client.query(FORGET, [gone]);
};
