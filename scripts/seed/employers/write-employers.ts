import { DEMO_SITE } from '../../../gateway/dev-issuer/personas.ts';
import { allocateAtLeast } from '../allocate.ts';
import { CAREER_FIELDS, type CareerField } from '../career-fields.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { companyNames } from '../names.ts';
import type { BoardReference } from '../places.ts';
import { at, type Random } from '../random.ts';
import { employer } from '../tables/employers.ts';
import type { World } from '../world.ts';
import { statusOfNth } from './onboarding.ts';
import { writePrograms, writeResources } from './programs.ts';
import type { Employer, Site, SiteSetting } from './site.ts';
import { createSiteWriter, createSupervisorWriter } from './sites.ts';

/** Each region has at least four sites, one of them inside a school and one virtual. */
const LEAST_SITES = 4;
/** How often the next site of a region has an employer of its own. */
const NEW_EMPLOYER = 0.75;
const DAYS_SINCE_LEAVING = 20;
const FIRST_SETTINGS: readonly SiteSetting[] = ['OUTSIDE_SCHOOL', 'IN_SCHOOL', 'VIRTUAL', 'HYBRID'];
const SETTINGS: readonly (readonly [SiteSetting, number])[] = [
  ['OUTSIDE_SCHOOL', 76],
  ['IN_SCHOOL', 8],
  ['VIRTUAL', 8],
  ['HYBRID', 8],
];
/** The regions of the employer that has a site in three. */
const THREE_REGIONS = ['BOSTON', 'METRO_NORTH', 'CENTRAL'] as const;

export type Employers = {
  readonly employers: readonly Employer[];
  readonly sites: readonly Site[];
};

/** Writes all employers, their sites and supervisors; about one site in four shares its employer. */
export function writeEmployers(
  world: World,
  boards: readonly BoardReference[],
  weights: readonly number[],
): Employers {
  const found = createEmployerWriter(world);
  const open = createSiteWriter(world);
  const random = world.random('employers and sites');
  const sites: Site[] = [];
  const counts = allocateAtLeast(
    world.scale.sites,
    weights,
    boards.map(() => LEAST_SITES),
  );
  for (const [b, board] of boards.entries()) {
    let employer: Employer | undefined;
    for (let i = 0; i < at(counts, b); i++) {
      const field = at(CAREER_FIELDS, (i + b) % CAREER_FIELDS.length);
      if (!employer || random.chance(NEW_EMPLOYER)) employer = found(board.code, field);
      const town = random.pick(board.towns);
      const later = sites.length - LEAST_SITES * (b + 1);
      sites.push(open({ employer, board: board.code, town, ...stateOf(i, later, random) }));
    }
  }
  sites.push(...writeNamedSites(boards, found, open));
  hireWhoLeft(world, EDGE_CASES.supervisorLeftSite);
  writePrograms(world);
  writeResources(world);
  return { employers: [...new Set(sites.map(({ employer }) => employer))], sites };
}

/** A region's first sites are active and differ in setting; `later` counts all others. */
function stateOf(inRegion: number, later: number, random: Random) {
  return inRegion < LEAST_SITES
    ? ({ setting: at(FIRST_SETTINGS, inRegion), status: 'ACTIVE' } as const)
    : { setting: random.weighted(SETTINGS), status: statusOfNth(later) };
}

/** Signed a baseline and left three weeks ago, in the middle of the placement. */
function hireWhoLeft(world: World, siteId: string): void {
  const hire = createSupervisorWriter(world, 'supervisor who left');
  const leftOn = world.calendar.asOf - DAYS_SINCE_LEAVING;
  hire(siteId, { id: EDGE_CASES.supervisorLeftSupervisor, leftOn });
}

type Found = ReturnType<typeof createEmployerWriter>;

function createEmployerWriter(world: World) {
  const id = world.ids('employers');
  const name = companyNames(world.random('names of employers'));
  const random = world.random('employers');
  return (board: Employer['board'], field: CareerField, fixedId?: string): Employer => {
    const made = { id: fixedId ?? id(), name: name(random.pick(field.companies)), board, field };
    world.write(employer, {
      id: made.id,
      name: made.name,
      sector: field.sector,
      naics: field.naics,
      board_code: board,
    });
    return made;
  };
}

/** The sites that personas and edge cases name, with their employers. */
function writeNamedSites(
  boards: readonly BoardReference[],
  found: Found,
  open: ReturnType<typeof createSiteWriter>,
): Site[] {
  const field = (index: number) => at(CAREER_FIELDS, index);
  const townOf = (code: Employer['board']) =>
    at(boards.find((board) => board.code === code)?.towns ?? [], 0);
  const inBoston = { board: 'BOSTON', town: townOf('BOSTON'), status: 'ACTIVE' } as const;
  const clinic = found('BOSTON', field(0));
  const online = found('BOSTON', field(1));
  found('BOSTON', field(9), EDGE_CASES.programHostEmployer);
  const leaving = found('BOSTON', field(2));
  const spread = found('BOSTON', field(5), EDGE_CASES.threeRegionsEmployer);
  return [
    open({ ...inBoston, id: DEMO_SITE, employer: clinic, setting: 'OUTSIDE_SCHOOL' }),
    open({ ...inBoston, id: EDGE_CASES.virtualSite, employer: online, setting: 'VIRTUAL' }),
    open({
      ...inBoston,
      id: EDGE_CASES.supervisorLeftSite,
      employer: leaving,
      setting: 'OUTSIDE_SCHOOL',
    }),
    ...THREE_REGIONS.map((board, i) =>
      open({
        id: at(EDGE_CASES.threeRegionsSites, i),
        employer: spread,
        board,
        town: townOf(board),
        setting: 'OUTSIDE_SCHOOL',
        status: 'ACTIVE',
      }),
    ),
  ];
}
