import { CAREER_FIELDS, type CareerField } from '../career-fields.ts';
import { at } from '../random.ts';
import { industryCredential, pathwayProgram, programCredential } from '../tables/schools.ts';
import type { World } from '../world.ts';
import type { Program, SchoolShell } from './school.ts';

const CREDENTIALS = [
  'Workplace Safety, 10 Hours (demo)',
  'Safe Food Handling (demo)',
  'First Aid for the Workplace (demo)',
  'Nursing Assistant Readiness (demo)',
  'Help Desk Essentials (demo)',
  'Machine Measurement Level 1 (demo)',
  'Laboratory Basics (demo)',
  'Solar Installer Readiness (demo)',
  'Bookkeeping Entry Level (demo)',
  'Carpentry Level 1 (demo)',
  'Early Educator Readiness (demo)',
  'Design Software Associate (demo)',
] as const;

const TYPES = [
  'INNOVATION_CAREER_PATHWAY',
  'EARLY_COLLEGE_AND_ICP',
  'CHAPTER_74',
  'EARLY_COLLEGE',
  'PERKINS_NON_CHAPTER_74',
  'NONE',
] as const;
type PathwayType = (typeof TYPES)[number];

const TECHNICAL: ReadonlySet<PathwayType> = new Set([
  'INNOVATION_CAREER_PATHWAY',
  'EARLY_COLLEGE_AND_ICP',
  'CHAPTER_74',
  'PERKINS_NON_CHAPTER_74',
]);
const OF_ICP: ReadonlySet<PathwayType> = new Set([
  'INNOVATION_CAREER_PATHWAY',
  'EARLY_COLLEGE_AND_ICP',
]);

/** Career technical education has frameworks, which list the credentials. */
const FRAMEWORKS: ReadonlySet<PathwayType> = new Set(['CHAPTER_74', 'PERKINS_NON_CHAPTER_74']);

/** The pathway programs of each high school; the first schools have every type between them. */
export function createPathways(world: World): (school: SchoolShell) => Program[] {
  const random = world.random('pathways');
  const id = world.ids('pathways');
  const credentials = writeCredentials(world);
  const icpFields = CAREER_FIELDS.filter(({ icpSector }) => icpSector !== null);
  let schoolsSoFar = 0;

  const open = (school: SchoolShell, type: PathwayType, field: CareerField): Program => {
    const program = { id: id(), type, soc: field.soc, technical: TECHNICAL.has(type) };
    world.write(pathwayProgram, {
      id: program.id,
      school_code: school.code,
      type,
      ...namesOf(type, field),
      wbl_integrated: program.technical || random.chance(0.3),
      frameworks_url: FRAMEWORKS.has(type) ? `https://frameworks.example.org/${field.cip}` : null,
    });
    const led = program.technical ? random.sample(credentials, random.int(0, 2)) : [];
    for (const credential of led) {
      world.write(programCredential, { program_id: program.id, credential_id: credential });
    }
    return { ...program, credentials: led };
  };

  return (school) => {
    if (school.level === 'MIDDLE') return [];
    const types = typesOf(school, schoolsSoFar);
    schoolsSoFar += 1;
    const fields = random.sample(CAREER_FIELDS, types.length);
    return types.map((type, i) =>
      open(school, type, OF_ICP.has(type) ? random.pick(icpFields) : at(fields, i)),
    );
  };
}

function namesOf(type: PathwayType, field: CareerField) {
  if (type === 'EARLY_COLLEGE') return { title: 'Early College', cip_code: null, icp_sector: null };
  return {
    title: field.name,
    cip_code: type === 'NONE' ? null : field.cip,
    icp_sector: OF_ICP.has(type) ? field.icpSector : null,
  };
}

function typesOf(school: SchoolShell, index: number): PathwayType[] {
  if (school.type === 'REGIONAL_VOC_TECH_AG') return Array<PathwayType>(6).fill('CHAPTER_74');
  const first = at(TYPES, index % TYPES.length);
  const second = at(TYPES, (index + 2) % TYPES.length);
  return index % 3 === 2 ? [first, second] : [first, second, at(TYPES, (index + 1) % TYPES.length)];
}

function writeCredentials(world: World): string[] {
  const id = world.ids('credentials');
  return CREDENTIALS.map((title) => {
    const credential = id();
    world.write(industryCredential, { id: credential, title, ctdl_id: null });
    return credential;
  });
}
