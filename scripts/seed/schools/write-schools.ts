import { DEMO_DISTRICT } from '../../../gateway/dev-issuer/personas.ts';
import { type BoardReference, placeIn } from '../places.ts';
import { pgArray } from '../table.ts';
import { district, school } from '../tables/schools.ts';
import type { World } from '../world.ts';
import { writeAgreements } from './agreements.ts';
import { writeBoards } from './boards.ts';
import { writeClosedSchool } from './closed-school.ts';
import { writeConvenings } from './convenings.ts';
import { layOutSchools } from './layout.ts';
import { writeMemberships } from './memberships.ts';
import { createPathways } from './pathways.ts';
import type { School, SchoolShell } from './school.ts';
import { writeSharing } from './sharing.ts';
import { createStaff } from './staff.ts';
import { assignTiers } from './tiers.ts';

/** What the demo's first district calls MyCAP. */
const LOCAL_PLAN_NAME = 'Individualized Student Success Plan';

/** Writes the network, all but the enrolment (which is counted from the students), and answers its schools. */
export function writeSchools(world: World, boards: readonly BoardReference[]): School[] {
  writeBoards(world, boards);
  const { districts, schools: shells } = layOutSchools(world, boards);
  for (const { code, name } of districts) {
    const localName = code === DEMO_DISTRICT ? LOCAL_PLAN_NAME : null;
    world.write(district, { dese_code: code, name, local_plan_name: localName });
  }

  const tiers = assignTiers(shells, world.random('tiers'));
  const staffOf = createStaff(world);
  const programsOf = createPathways(world);
  const writeRow = createRowWriter(world);
  const schools = shells.map((shell): School => {
    const tier = tiers.get(shell.code) ?? 'NOT_IN_NETWORK';
    writeRow(shell);
    return { ...shell, tier, ...staffOf(shell, tier), programs: programsOf(shell) };
  });

  writeClosedSchool(world);
  writeMemberships(world, schools);
  writeAgreements(world, schools);
  writeConvenings(world, boards);
  writeSharing(world, schools);
  return schools;
}

const GRADES = { HIGH: [9, 10, 11, 12], MIDDLE: [6, 7, 8] } as const;

function createRowWriter(world: World): (shell: SchoolShell) => void {
  const random = world.random('places of schools');
  return (shell) => {
    const place = placeIn(shell.board, shell.town, random);
    world.write(school, {
      dese_code: shell.code,
      nces_id: `MA-${shell.code.slice(0, 4)}-${shell.code}`,
      name: shell.name,
      district_code: shell.district,
      school_type: shell.type,
      grades: pgArray(GRADES[shell.level]),
      town: shell.town,
      lat: place.lat,
      lon: place.lon,
      board_code: shell.board,
      closed_on: null,
    });
  };
}
