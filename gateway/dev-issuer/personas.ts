import type { Actor } from '../../platform/actor.ts';

/** The demo student every persona's story meets in: their id is the same in every demo. */
export const DEMO_STUDENT = '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01';
/** The site of that student's newest placement, at which the `employer` persona supervises. */
export const DEMO_SITE = '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a02';
/** The demo's first Boston high school, and its district. Prefixes 90 to 99 belong to no real district. */
export const DEMO_SCHOOL = '90350010';
export const DEMO_DISTRICT = '90350000';

/** Who the development issuer can hand a token for. All are invented. */
export const PERSONAS = {
  student: { subject: 'demo|student', role: 'STUDENT', students: [DEMO_STUDENT] },
  family: { subject: 'demo|family', role: 'FAMILY', students: [DEMO_STUDENT] },
  'school-staff': { subject: 'demo|school-staff', role: 'SCHOOL_STAFF', schools: [DEMO_SCHOOL] },
  'district-staff': {
    subject: 'demo|district-staff',
    role: 'DISTRICT_STAFF',
    district: DEMO_DISTRICT,
  },
  'board-staff': { subject: 'demo|board-staff', role: 'BOARD_STAFF', board: 'METRO_NORTH' },
  'pic-board': {
    subject: 'demo|pic-board',
    role: 'BOARD_STAFF',
    board: 'BOSTON',
    organization: 'Boston Private Industry Council',
  },
  partner: {
    subject: 'demo|partner',
    role: 'PARTNER',
    organization: 'Boston Private Industry Council',
    purpose: 'PLACEMENT',
  },
  employer: { subject: 'demo|employer', role: 'EMPLOYER', sites: [DEMO_SITE] },
  state: {
    subject: 'demo|state',
    role: 'STATE',
    organization: 'Department of Elementary and Secondary Education',
  },
  admin: { subject: 'demo|admin', role: 'ADMIN' },
} as const satisfies Record<string, Actor>;

export type Persona = keyof typeof PERSONAS;
