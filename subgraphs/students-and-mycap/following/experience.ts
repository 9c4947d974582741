import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';
import { day, readFacts } from './facts.ts';

const experience = z.object({
  studentId: z.uuid(),
  lastPlacementStart: day.nullable(),
  placedAtSites: z.boolean(),
});

const KEEP = `
  update student s
     set last_placement_start = told."lastPlacementStart", placed = told."placedAtSites"
    from jsonb_to_recordset($1::jsonb)
      as told ("studentId" uuid, "lastPlacementStart" date, "placedAtSites" boolean)
   where s.id = told."studentId"
     and (s.last_placement_start, s.placed)
         is distinct from (told."lastPlacementStart", told."placedAtSites")`;

const FORGET =
  'update student set last_placement_start = null, placed = false where id::text = any($1)';

export const applyExperience: Apply = async (client, facts) => {
  const { there, gone } = readFacts(facts, experience);
  await client.query(KEEP, [JSON.stringify(there)]);
  await client.query(FORGET, [gone]);
};
