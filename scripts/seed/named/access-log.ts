import { DEMO_DISTRICT, DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { type Day, timestamp } from '../calendar.ts';
import { pgArray } from '../table.ts';
import { accessLogEntry } from '../tables/students.ts';
import type { World } from '../world.ts';

type Entry = {
  readonly daysAgo: number;
  readonly person: string;
  readonly position: string;
  readonly organization: string;
  readonly role: string;
  readonly parts: readonly string[];
  readonly purpose: string | null;
  /** Why it was refused; shown where there is none. */
  readonly code?: string;
};

const PIC = 'Boston Private Industry Council';
const SPECIALIST = { person: 'Willet Saltcove', position: 'Career Specialist', organization: PIC };

/** Invented: who was shown parts of the demo student's record, and who was not. */
const ENTRIES: readonly Entry[] = [
  {
    ...SPECIALIST,
    daysAgo: 96,
    role: 'PARTNER',
    parts: ['Student.displayName', 'Student.grade', 'MyCapPlan.currentStage'],
    purpose: 'PLACEMENT',
  },
  {
    ...SPECIALIST,
    daysAgo: 95,
    role: 'PARTNER',
    parts: ['Student.groups'],
    purpose: 'PLACEMENT',
    code: 'FORBIDDEN_FIELD',
  },
  {
    daysAgo: 80,
    person: 'Tansy Reedpool',
    position: 'Site Supervisor',
    organization: 'The site of the internship',
    role: 'EMPLOYER',
    parts: ['Student.displayName'],
    purpose: 'PLACEMENT',
  },
  {
    daysAgo: 41,
    person: 'Olivine Bogglade',
    position: 'Research Associate',
    organization: 'Kettle Writing Circle',
    role: 'PARTNER',
    parts: ['MyCapPlan.goals'],
    purpose: 'RESEARCH',
    code: 'FORBIDDEN',
  },
  {
    daysAgo: 12,
    person: 'Gadwall Ferndell',
    position: 'Analyst',
    organization: 'Department of Elementary and Secondary Education',
    role: 'STATE',
    parts: ['Student.sasid', 'Placement.status'],
    purpose: 'REPORTING',
  },
];

/** Writes the ledger of the demo student, who is the first to have been looked at. */
export function writeAccessLog(world: World): void {
  const id = world.ids('access log');
  const day = (daysAgo: number): Day => world.calendar.asOf - daysAgo;
  for (const { daysAgo, parts, code, ...who } of ENTRIES) {
    world.write(accessLogEntry, {
      id: id(),
      at: timestamp(day(daysAgo), daysAgo),
      student_id: DEMO_STUDENT,
      district_code: DEMO_DISTRICT,
      ...who,
      parts: pgArray(parts),
      outcome: code ? 'REFUSED' : 'DISCLOSED',
      code: code ?? null,
    });
  }
}
