import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeCareerEvents } from './employers/career-events.ts';
import { addExtraOpportunities } from './employers/extra-opportunities.ts';
import { writeOpportunity } from './employers/opportunities.ts';
import { createPool } from './employers/pool.ts';
import { writeEmployers } from './employers/write-employers.ts';
import { writeAccessLog } from './named/access-log.ts';
import { createCast } from './named/cast.ts';
import { tellNamedStudents } from './named/tell-named.ts';
import { readBoards } from './places.ts';
import type { Progress } from './progress.ts';
import { writeSchools } from './schools/write-schools.ts';
import { writeActivityChart } from './students/activity-chart.ts';
import { createEnrollmentCount } from './students/enrollment-count.ts';
import { createTeller } from './students/tell-student.ts';
import { writeStudents } from './students/write-students.ts';
import type { World } from './world.ts';

/** How many students are told before the sockets get their turn. */
const STUDENTS_A_TURN = 50;

/** Tells the whole demo, row by row; `rest` sends what has gathered. */
export async function tellDemo(
  world: World,
  rest: () => Promise<void>,
  progress: Progress,
): Promise<void> {
  progress.step('Schools and employers');
  const boards = readBoards();
  const schools = writeSchools(world, boards);
  const weights = boards.map(({ code }) => schools.filter(({ board }) => board === code).length);
  const { employers, sites } = writeEmployers(world, boards, weights);
  const eventsOf = writeCareerEvents(world, schools, employers);
  const pool = createPool(world, sites);
  await rest();

  progress.step('Students and placements');
  writeActivityChart(world);
  const tell = createTeller(world, eventsOf);
  const count = createEnrollmentCount(world);
  const cast = createCast(world, { schools, sites, pool, tell, count });
  tellNamedStudents(cast);
  writeAccessLog(world);
  const byHand = cast.written();
  for (const told of writeStudents(world, { schools, pool, tell, count, byHand })) {
    if (told % STUDENTS_A_TURN > 0) continue;
    await nextTurn();
    await rest();
    progress.advance(told, world.scale.students);
  }

  count.write();
  addExtraOpportunities(world, sites, pool);
  for (const opportunity of pool.all) writeOpportunity(world, opportunity);
}
