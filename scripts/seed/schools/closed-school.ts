import { DEMO_DISTRICT } from '../../../gateway/dev-issuer/personas.ts';
import { firstDayOfFiscalYear, iso } from '../calendar.ts';
import { pgArray } from '../table.ts';
import { networkMembership, school } from '../tables/schools.ts';
import type { World } from '../world.ts';

/** Past the numbers that schools of the district are given. */
export const CLOSED_SCHOOL = `${DEMO_DISTRICT.slice(0, 4)}9990`;

/** A school that left the network and closed years ago: nobody can join with it, and no map shows it. */
export function writeClosedSchool(world: World): void {
  const closed = iso(firstDayOfFiscalYear(world.calendar.fiscalYear - 2));
  world.write(school, {
    dese_code: CLOSED_SCHOOL,
    nces_id: null,
    name: 'Old Mill High School (closed)',
    district_code: DEMO_DISTRICT,
    school_type: 'PUBLIC_SECONDARY',
    grades: pgArray([9, 10, 11, 12]),
    town: 'Boston',
    lat: null,
    lon: null,
    board_code: 'BOSTON',
    closed_on: closed,
  });
  world.write(networkMembership, {
    id: world.ids('closed school')(),
    school_code: CLOSED_SCHOOL,
    joined_on: iso(firstDayOfFiscalYear(world.calendar.fiscalYear - 6)),
    left_on: closed,
    joined_by_id: null,
    email_list_opt_in: false,
    database_registration_sent_at: null,
    database_registration_used_at: null,
    map_listed_at: null,
  });
}
