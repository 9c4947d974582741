import type { Cast } from './cast.ts';
import { tellDemoStudent } from './demo-student.ts';
import {
  tellCrossingFiscalYears,
  tellSummerAfterGrade8,
  tellTurning18,
  tellTwentyHoursInFebruary,
} from './edge-dates.ts';
import {
  tellCapstoneTeam,
  tellConsentRevoked,
  tellProgramHost,
  tellSupervisorLeft,
  tellUnpaidWithoutCredit,
  tellVirtual,
  tellWithoutBaseline,
} from './edge-placements.ts';
import { tellBothPathways, tellGroupOfFive, tellTwoSchools } from './edge-school.ts';
import { tellReadyStudents } from './ready-students.ts';

const STORIES: readonly ((cast: Cast) => void)[] = [
  tellDemoStudent,
  tellTwoSchools,
  tellBothPathways,
  tellTwentyHoursInFebruary,
  tellUnpaidWithoutCredit,
  tellVirtual,
  tellProgramHost,
  tellCapstoneTeam,
  tellCrossingFiscalYears,
  tellSummerAfterGrade8,
  tellGroupOfFive,
  tellSupervisorLeft,
  tellTurning18,
  tellConsentRevoked,
  tellWithoutBaseline,
  tellReadyStudents,
];

/** Writes the students that personas and edge cases name. */
export function tellNamedStudents(cast: Cast): void {
  for (const story of STORIES) story(cast);
}
