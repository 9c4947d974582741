import { type Day, firstDayOfFiscalYear, iso } from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { at, type Random } from '../random.ts';
import {
  partnershipAgreement,
  partnershipCoordinator,
  partnershipSchool,
  resourceCommitment,
} from '../tables/schools.ts';
import type { World } from '../world.ts';
import type { School } from './school.ts';

const YEARS_OF_AGREEMENTS = 4;

/** One that ran out is written as `ACTIVE`: June 30 ends it. */
type Status = 'DRAFT' | 'PENDING_SIGNATURE' | 'ACTIVE' | 'TERMINATED';
type Agreement = {
  readonly id: string;
  readonly schools: readonly School[];
  readonly fiscalYear: number;
  readonly status: Status;
  /** The year before, where this one continues it. */
  readonly renews: string | null;
};

const COMMITMENTS = {
  SCHOOL: [
    ['STAFF_TIME', 'A coordinator has two periods a week for placements.'],
    ['SPACE', 'The board may use a room in the career center.'],
    ['SCHEDULING', 'Juniors and seniors may leave after the fifth period.'],
    ['COMMUNICATIONS', 'The school tells families about open opportunities each month.'],
    ['OTHER', 'The school brings work-based learning to its advisory council.'],
  ],
  WORKFORCE_BOARD: [
    ['STAFF_TIME', 'A career specialist is at the school two days a week.'],
    ['TECHNOLOGY', 'The board gives access to the work-based learning database.'],
    ['COMMUNICATIONS', 'The board introduces employers to the school each quarter.'],
    ['SPACE', 'The board hosts one career day a year.'],
    ['OTHER', 'The board trains site supervisors.'],
  ],
} as const;

/**
 * Agreements by district, board and fiscal year: past ones ran out, most current ones are active, some
 * wait for signatures. One member's district let its agreement end and has none now.
 */
export function writeAgreements(world: World, schools: readonly School[]): void {
  const random = world.random('agreements');
  const id = world.ids('agreements');
  const current = world.calendar.fiscalYear;
  const partners = byDistrict(schools.filter(({ tier }) => tier === 'PARTNER'));
  const write = createWriter(world, random);
  const writeYears = (covered: readonly School[], index: number) => {
    let renews: string | null = null;
    for (let year = current - YEARS_OF_AGREEMENTS + 1; year < current; year++) {
      const status: Status = random.chance(0.06) ? 'TERMINATED' : 'ACTIVE';
      const past = id();
      write({ id: past, schools: covered, fiscalYear: year, status, renews });
      renews = status === 'ACTIVE' ? past : null;
    }
    const status = currentStatus(index);
    write({ id: id(), schools: covered, fiscalYear: current, status, renews });
  };
  partners.forEach(writeYears);
  const others = byDistrict(
    schools.filter(({ tier, level }) => tier === 'MEMBER' && level === 'HIGH'),
  ).filter(([school]) => !partners.some(([partner]) => partner?.district === school?.district));
  for (const [index, covered] of others.entries()) {
    if (index === 0) {
      write({
        id: EDGE_CASES.expiredAgreement,
        schools: covered,
        fiscalYear: current - 1,
        status: 'ACTIVE',
        renews: null,
      });
    } else if (index % 4 === 1) {
      write({
        id: id(),
        schools: covered,
        fiscalYear: current,
        status: 'DRAFT',
        renews: null,
      });
    }
  }
}

/** The first district's is active; every seventh waits for a signature. */
const currentStatus = (index: number): Status => (index % 7 === 3 ? 'PENDING_SIGNATURE' : 'ACTIVE');

function byDistrict(schools: readonly School[]): School[][] {
  const districts = new Map<string, School[]>();
  for (const school of schools) {
    districts.set(school.district, [...(districts.get(school.district) ?? []), school]);
  }
  return [...districts.values()];
}

function createWriter(world: World, random: Random): (agreement: Agreement) => void {
  const commitmentId = world.ids('commitments');
  return ({ id, schools, fiscalYear, status, renews }) => {
    const { district, board } = at(schools, 0);
    const signatures = signaturesOf(status, fiscalYear, world.calendar.asOf, random);
    world.write(partnershipAgreement, {
      id,
      district_code: district,
      board_code: board,
      fiscal_year: fiscalYear,
      status,
      signed_by_district: signatures.district === null ? null : iso(signatures.district),
      signed_by_board: signatures.board === null ? null : iso(signatures.board),
      renewed_from_id: renews,
      ...endOf(status, fiscalYear),
    });
    for (const school of schools) {
      world.write(partnershipSchool, { agreement_id: id, school_code: school.code });
      world.write(partnershipCoordinator, { agreement_id: id, contact_id: school.coordinator });
    }
    for (const side of ['SCHOOL', 'WORKFORCE_BOARD'] as const) {
      for (const [kind, description] of random.sample<readonly [string, string]>(
        COMMITMENTS[side],
        random.int(1, 3),
      )) {
        world.write(resourceCommitment, {
          id: commitmentId(),
          agreement_id: id,
          side,
          kind,
          description,
        });
      }
    }
  };
}

/** The few that did not last were given up in the middle of their year. */
function endOf(status: Status, fiscalYear: number) {
  if (status !== 'TERMINATED') return { terminated_on: null, terminated_for: null };
  const middle = firstDayOfFiscalYear(fiscalYear) + 180;
  return { terminated_on: iso(middle), terminated_for: 'The coordinator left. (demo)' };
}

/** In the weeks before the fiscal year begins and never after today. */
function signaturesOf(
  status: Status,
  fiscalYear: number,
  asOf: Day,
  random: Random,
): { district: Day | null; board: Day | null } {
  const district = Math.min(firstDayOfFiscalYear(fiscalYear) - random.int(10, 40), asOf - 1);
  if (status === 'DRAFT') return { district: null, board: null };
  if (status === 'PENDING_SIGNATURE') {
    return { district: random.chance(0.5) ? district : null, board: null };
  }
  return { district, board: district + random.int(0, 9) };
}
