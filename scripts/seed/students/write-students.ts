import type { OpportunityPool } from '../employers/pool.ts';
import { createChooser } from '../placements/choose.ts';
import { createRates } from '../placements/rates.ts';
import type { School } from '../schools/school.ts';
import type { World } from '../world.ts';
import { layOutCohorts } from './cohorts.ts';
import { createStudent } from './create-student.ts';
import type { EnrollmentCount } from './enrollment-count.ts';
import { regionsOf } from './regions.ts';
import type { Tell } from './tell-student.ts';

type Given = {
  readonly schools: readonly School[];
  readonly pool: OpportunityPool;
  readonly tell: Tell;
  readonly count: EnrollmentCount;
  /** How many students were written by hand; they are the first. */
  readonly byHand: number;
};

/** Writes the generated students, one a step, so that the caller can send and wait in between. */
export function* writeStudents(world: World, given: Given): Generator<number> {
  const { schools, pool, tell, count, byHand } = given;
  const cohorts = layOutCohorts(world, schools, world.scale.students - byHand);
  const regionOf = regionsOf(schools);
  const choose = createChooser(world, pool, createRates(world, cohorts));
  let index = byHand;
  for (const { school, gradYear, size } of cohorts) {
    const region = regionOf(school.board);
    for (let n = 0; n < size; n++) {
      const random = world.random('student', index);
      const student = createStudent(world, { index, school, gradYear, region }, random);
      tell({ student, placements: choose(student, random) }, random);
      count.add(student);
      index += 1;
      yield index;
    }
  }
}
