import { firstDayOfFiscalYear, iso, timestamp } from '../calendar.ts';
import { message, networkMembership } from '../tables/schools.ts';
import { toldYears, type World } from '../world.ts';
import type { School } from './school.ts';

/** One membership for each school of the network: joined, told of the database, put on the map. */
export function writeMemberships(world: World, schools: readonly School[]): void {
  const id = world.ids('memberships');
  const messageId = world.ids('messages');
  const random = world.random('memberships');
  const years = toldYears(world).slice(0, -1);
  for (const school of schools) {
    if (school.tier === 'NOT_IN_NETWORK') continue;
    const joined = firstDayOfFiscalYear(random.pick(years)) + random.int(0, 300);
    const minute = random.int(0, 300);
    const linkUsed = random.chance(0.9);
    const membership = id();
    const contact = random.chance(0.8) ? school.coordinator : school.counselor;
    const sent = timestamp(joined, minute);
    world.write(networkMembership, {
      id: membership,
      school_code: school.code,
      joined_on: iso(joined),
      left_on: null,
      joined_by_id: contact,
      email_list_opt_in: random.chance(0.85),
      database_registration_sent_at: sent,
      database_registration_used_at: linkUsed ? timestamp(joined + 1, minute) : null,
      map_listed_at: timestamp(joined, minute + 5),
    });
    world.write(message, {
      id: messageId(),
      kind: 'DATABASE_REGISTRATION',
      contact_id: contact,
      membership_id: membership,
      due_at: sent,
      taken_at: sent,
    });
  }
}
