import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_SCHOOL, DEMO_STUDENT, type Persona } from '../../../gateway/dev-issuer/personas.ts';

const OPERATIONS = join(import.meta.dirname, '..', '..', '..', 'schema', 'operations');

/** One of the operations that run as they stand, as the persona that it is for asks it. */
export type SampleOperation = {
  readonly name: string;
  /** Undefined is the public. */
  readonly as?: Persona;
  readonly variables: object;
};

/** The years that operations ask for, as of a day. */
type AsOf = {
  /** The fiscal year and school year under way, by the year they end in. */
  readonly year: number;
  /** 2026-2027 where it ends in 2027. */
  readonly schoolYear: string;
  /** The first day of the school year. */
  readonly since: string;
};

const FIRST_MONTH = 7;

export function yearsOf(day: string): AsOf {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const begun = month < FIRST_MONTH ? year - 1 : year;
  return { year: begun + 1, schoolYear: `${begun}-${begun + 1}`, since: `${begun}-09-01` };
}

/** The ten, as asked on a day (YYYY-MM-DD), with the schools that the Boston PIC staffs. */
export function tenOperations(day: string, schools: readonly string[]): readonly SampleOperation[] {
  const { year, schoolYear, since } = yearsOf(day);
  return [
    { name: 'my-journey', as: 'student', variables: {} },
    { name: 'pic-caseload', as: 'pic-board', variables: { schools, since } },
    { name: 'open-nearby', variables: {} },
    { name: 'missing-baseline', as: 'board-staff', variables: {} },
    { name: 'perkins', as: 'state', variables: { year: year - 1 } },
    { name: 'outcomes', variables: { year: year - 1 } },
    { name: 'pipeline', as: 'school-staff', variables: { schoolYear, school: DEMO_SCHOOL } },
    { name: 'whos-on-the-map', variables: {} },
    { name: 'capacity', as: 'board-staff', variables: { year } },
    { name: 'record-and-log', as: 'family', variables: { id: DEMO_STUDENT } },
  ];
}

export const documentOf = (name: string): string =>
  readFileSync(join(OPERATIONS, `${name}.graphql`), 'utf8');
