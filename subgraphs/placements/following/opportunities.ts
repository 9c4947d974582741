import type pg from 'pg';
import { z } from 'zod';
import type { Fact } from '../../../platform/feed/fact.ts';
import { PAY_TYPES, WBL_TYPES } from '../../../platform/vocabulary.ts';
import { boardCode, day, forget, sorted } from './mirror.ts';

const opportunity = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  boardCode,
  wblType: z.enum(WBL_TYPES),
  pay: z.enum(PAY_TYPES),
  hourlyWageCents: z.int().nullish(),
  creditBearing: z.boolean(),
  registeredApprenticeshipPartner: z.string().nullish(),
  minimumAge: z.int().nullish(),
  startDate: day,
  endDate: day,
  minutesPerWeek: z.int().nullish(),
  plannedMinutes: z.int().nullish(),
  status: z.string(),
  cluster: z.string().nullish(),
  demandRating: z.string().nullish(),
  slotsRequested: z.int().min(0),
  slotsVersion: z.int(),
});

const TOLD = `site_id board_code wbl_type pay hourly_wage_cents credit_bearing
  registered_apprenticeship_partner minimum_age start_date end_date minutes_per_week
  planned_minutes status cluster demand_rating`.split(/\s+/);

/**
 * What is told is kept as told; slots are a request, answered once for each version of it: granted
 * where it leaves room for who is there already, else refused, and the slots stay as they were. A
 * first request always has an answer: at least the slots that are taken.
 */
const UPSERT = `
  insert into opportunity_ref as known (opportunity_id, ${TOLD.join(', ')},
                                        slots, filled, slots_version, slots_refused)
  select fact."id", fact."siteId", fact."boardCode", fact."wblType", fact."pay",
         fact."hourlyWageCents", fact."creditBearing", fact."registeredApprenticeshipPartner",
         fact."minimumAge", fact."startDate", fact."endDate", fact."minutesPerWeek",
         fact."plannedMinutes", fact."status", fact."cluster", fact."demandRating",
         greatest(fact."slotsRequested", taken.count), taken.count, fact."slotsVersion",
         fact."slotsRequested" < taken.count
    from jsonb_to_recordset($1::jsonb) as fact(
           "id" uuid, "siteId" uuid, "boardCode" "WorkforceBoardCode", "wblType" "WblType",
           "pay" "PayType", "hourlyWageCents" int, "creditBearing" boolean,
           "registeredApprenticeshipPartner" text, "minimumAge" int, "startDate" date,
           "endDate" date, "minutesPerWeek" int, "plannedMinutes" int, "status" text,
           "cluster" text, "demandRating" text, "slotsRequested" int, "slotsVersion" int),
         lateral (select count(*)::int as count from placement p
                   where p.opportunity_id = fact."id" and fills_a_slot(p.status)) taken
   order by fact."id"
  on conflict (opportunity_id) do update
     set ${TOLD.map((column) => `${column} = excluded.${column}`).join(', ')},
         slots = case
           when known.slots_version = excluded.slots_version or excluded.slots_refused
             or excluded.slots < known.filled then known.slots
           else excluded.slots end,
         slots_refused = case
           when known.slots_version = excluded.slots_version then known.slots_refused
           else excluded.slots_refused or excluded.slots < known.filled end,
         slots_version = excluded.slots_version`;

export async function followOpportunities(
  client: pg.ClientBase,
  facts: readonly Fact[],
): Promise<void> {
  const { there, gone } = sorted(facts, opportunity);
  await forget(client, { table: 'opportunity_ref', key: ['opportunity_id', 'uuid'] }, gone);
  if (there.length > 0) await client.query(UPSERT, [JSON.stringify(there)]);
}
