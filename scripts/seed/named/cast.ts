import type { WblType, WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { createOpportunityMaker } from '../employers/opportunities.ts';
import type { Opportunity } from '../employers/opportunity.ts';
import type { OpportunityPool } from '../employers/pool.ts';
import type { Site } from '../employers/site.ts';
import type { Span } from '../employers/windows.ts';
import { asPlacement } from '../placements/choose.ts';
import { holdsSlot, type Placement } from '../placements/placement.ts';
import { smoothStatusOn } from '../placements/status.ts';
import type { School } from '../schools/school.ts';
import { schoolOn } from '../students/attendance.ts';
import { createStudent } from '../students/create-student.ts';
import type { EnrollmentCount } from '../students/enrollment-count.ts';
import { regionsOf } from '../students/regions.ts';
import type { Transition } from '../students/stages.ts';
import type { Student } from '../students/student.ts';
import type { Tell } from '../students/tell-student.ts';
import type { Records } from '../students/write-records.ts';
import type { World } from '../world.ts';

type Given = {
  readonly schools: readonly School[];
  readonly sites: readonly Site[];
  readonly pool: OpportunityPool;
  readonly tell: Tell;
  readonly count: EnrollmentCount;
};

type Part = { readonly school: School; readonly gradYear: number } & Partial<Student> & {
    readonly id: string;
  };
type Role = { readonly id: string } & Partial<Placement>;

/**
 * What hand-written students are made with: the same makers and writers as for all others, with some
 * facts given.
 */
export function createCast(world: World, given: Given) {
  const { schools, sites, pool, tell, count } = given;
  const { asOf, schoolYear } = world.calendar;
  const make = createOpportunityMaker(world, 'by hand');
  const regionOf = regionsOf(schools);
  let written = 0;
  return {
    asOf,
    schoolYear,
    /** In grade 11 this school year. */
    junior: schoolYear + 1,
    written: () => written,
    high: (board: WorkforceBoardCode) => found(regionOf(board).high, board),
    middle: (board: WorkforceBoardCode) => found(regionOf(board).middle, board),
    school: (is: (school: School) => boolean) => found(schools.filter(is), 'that kind'),
    site: (is: (site: Site) => boolean) => found(sites.filter(is), 'that kind'),
    student({ school, gradYear, ...fixed }: Part): Student {
      const index = written;
      written += 1;
      const place = { index, school, gradYear, region: regionOf(school.board) };
      return createStudent(world, place, world.random('student', index), fixed);
    },
    offer(site: Site, type: WblType, span: Span, fixed: Partial<Opportunity> = {}): Opportunity {
      const opportunity = make({ site, type, span }, fixed);
      pool.add(opportunity);
      return opportunity;
    },
    place(student: Student, opportunity: Opportunity, { id, ...fixed }: Role): Placement {
      const school = schoolOn(student.attended, opportunity.start) ?? student.school;
      const status = smoothStatusOn(opportunity, asOf);
      const placement = asPlacement({ id, student, opportunity }, { school, status, ...fixed });
      if (holdsSlot(placement.status)) opportunity.filled += 1;
      return placement;
    },
    tell(
      student: Student,
      placements: readonly Placement[],
      history?: readonly Transition[],
      records?: Records,
    ): void {
      const told = { ...(history && { history }), ...(records && { records }) };
      tell({ student, placements, ...told }, world.random('story', written));
      count.add(student);
    },
  };
}
export type Cast = ReturnType<typeof createCast>;

function found<T>(list: readonly T[], what: string): T {
  const [first] = list;
  if (first === undefined) throw new Error(`The demo has none of ${what}.`);
  return first;
}
