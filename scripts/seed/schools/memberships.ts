import { firstDayOfFiscalYear, iso, timestamp } from '../calendar.ts';
import { networkMembership } from '../tables/schools.ts';
import { toldYears, type World } from '../world.ts';
import type { School } from './school.ts';

/** One membership for each school of the network: joined, told of the database, put on the map. */
export function writeMemberships(world: World, schools: readonly School[]): void {
  const id = world.ids('memberships');
  const random = world.random('memberships');
  const years = toldYears(world).slice(0, -1);
  for (const school of schools) {
    if (school.tier === 'NOT_IN_NETWORK') continue;
    const joined = firstDayOfFiscalYear(random.pick(years)) + random.int(0, 300);
    const minute = random.int(0, 300);
    const linkUsed = random.chance(0.9);
    world.write(networkMembership, {
      id: id(),
      school_code: school.code,
      joined_on: iso(joined),
      joined_by_id: random.chance(0.8) ? school.coordinator : school.counselor,
      email_list_opt_in: random.chance(0.85),
      database_registration_sent_at: linkUsed ? timestamp(joined, minute) : null,
      map_listed_at: timestamp(joined, minute + 5),
    });
  }
}
