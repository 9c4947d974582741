import type { EventCalendar } from '../employers/career-events.ts';
import { hasBegun, type Placement } from '../placements/placement.ts';
import { createPlacementWriter } from '../placements/write-placement.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Transition } from './stages.ts';
import type { Student } from './student.ts';
import { createPlanWriter } from './write-plan.ts';
import { createRecordWriter, type Records } from './write-records.ts';
import { createStudentWriter } from './write-student.ts';

export type Story = {
  readonly student: Student;
  readonly placements: readonly Placement[];
  /** Where the stages are written by hand. */
  readonly history?: readonly Transition[];
  /** Where supports and consents are. */
  readonly records?: Records;
};

/** Writes all of one student: who they are, their plan, their placements. */
export function createTeller(world: World, eventsOf: EventCalendar) {
  const writeStudent = createStudentWriter(world);
  const writePlan = createPlanWriter(world, eventsOf);
  const writePlacement = createPlacementWriter(world);
  const writeRecords = createRecordWriter(world);
  return ({ student, placements, history, records }: Story, random: Random): void => {
    writeStudent(student);
    const immersions = placements
      .filter(({ status }) => hasBegun(status))
      .map(({ type, start }) => ({ type, day: start }));
    const { careerGoal } = writePlan({ student, immersions, ...(history && { history }) }, random);
    for (const placement of placements) writePlacement(placement, careerGoal, random);
    writeRecords({ student, placements, ...(records && { records }) }, random);
  };
}
export type Tell = ReturnType<typeof createTeller>;
