import { z } from 'zod';
import type { Apply } from '../../../platform/feed/fact.ts';

const capacity = z.object({
  opportunityId: z.uuid(),
  slots: z.int(),
  filled: z.int(),
  slotsVersion: z.int(),
  refused: z.boolean(),
});

/**
 * Placements says how many slots there are and how many are taken; an answer to an older request says
 * nothing of the latest. What is full is FILLED, and OPEN again when somebody gives a slot back.
 */
const KEEP = `
  update opportunity as of
     set slots = told.slots, filled = told.filled,
         slots_refused = case
           when told."slotsVersion" = of.slots_version then told.refused else of.slots_refused end,
         status = case
           when of.status = 'OPEN' and told.filled >= told.slots then 'FILLED'
           when of.status = 'FILLED' and told.filled < told.slots then 'OPEN'
           else of.status end
    from jsonb_to_recordset($1::jsonb)
      as told ("opportunityId" uuid, slots int, filled int, "slotsVersion" int, refused boolean)
   where of.id = told."opportunityId"`;

/** Keeps what placements, which reserves them, says of slots. It forgets only what is gone here. */
export const applyCapacity: Apply = async (client, facts) => {
  const there = facts.filter(({ body }) => body !== null).map(({ body }) => capacity.parse(body));
  await client.query(KEEP, [JSON.stringify(there)]);
};
