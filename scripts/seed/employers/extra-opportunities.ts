import { WBL_TYPES, type WblType } from '../../../platform/vocabulary.ts';
import { firstDayOfFiscalYear } from '../calendar.ts';
import { at } from '../random.ts';
import { toldYears, type World } from '../world.ts';
import { addNamedOpportunities } from './named-opportunities.ts';
import { createOpportunityMaker } from './opportunities.ts';
import type { Opportunity } from './opportunity.ts';
import type { OpportunityPool } from './pool.ts';
import type { Site } from './site.ts';
import { span } from './windows.ts';

/** Of the active sites, how many offer something ahead; each region has at least this many. */
const AHEAD_SHARE = 0.35;
const LEAST_AHEAD = 4;
const LEAST_WANTED = 12;
const PAID = { pay: 'EMPLOYER_PAID', creditBearing: false } as const;
/** Most are open; of every seven one is withdrawn and one still a draft. */
const TURNS = 7;
const STATUS_OF_TURN: Readonly<Record<number, Partial<Opportunity>>> = {
  3: { status: 'WITHDRAWN' },
  5: { status: 'DRAFT' },
};

/** Opportunities that nobody has a placement on: open ones ahead, drafts, withdrawn ones, and past ones left empty. */
export function addExtraOpportunities(
  world: World,
  sites: readonly Site[],
  pool: OpportunityPool,
): void {
  const active = sites.filter(({ status }) => status === 'ACTIVE');
  const boards = [...new Set(active.map(({ board }) => board))];
  for (const board of boards) {
    const regional = active.filter((site) => site.board === board);
    addAhead(world, regional, pool);
  }
  addEmpty(world, active, pool);
  addNamedOpportunities(world, sites, pool);
}

/** In Boston, well paid internships in the fields that are most wanted come first. */
function addAhead(world: World, regional: readonly Site[], pool: OpportunityPool): void {
  const { board } = at(regional, 0);
  const offer = createOffer(world, `ahead ${board}`, pool);
  const wanted = board === 'BOSTON' ? regional.filter(isMostWanted) : [];
  for (const [i, site] of repeated(wanted, LEAST_WANTED).entries()) {
    offer(site, 'INTERNSHIP', { ...PAID, wageCents: 1800 + 50 * i });
  }
  const count = Math.max(LEAST_AHEAD, Math.round(AHEAD_SHARE * regional.length));
  for (const [i, site] of repeated(regional, count).entries()) {
    offer(site, at(WBL_TYPES, i % WBL_TYPES.length), STATUS_OF_TURN[i % TURNS] ?? {});
  }
}

const isMostWanted = ({ employer, setting }: Site) =>
  employer.field.demand === 'HIGH_WAGE_HIGH_DEMAND' && setting !== 'VIRTUAL';

const repeated = (sites: readonly Site[], count: number): Site[] =>
  sites.length === 0 ? [] : Array.from({ length: count }, (_, i) => at(sites, i % sites.length));

/** Each starts between one and seventeen weeks from today. */
function createOffer(world: World, label: string, pool: OpportunityPool) {
  const make = createOpportunityMaker(world, label);
  const random = world.random(label);
  return (site: Site, type: WblType, fixed: Partial<Opportunity>): void => {
    const start = world.calendar.asOf + random.int(7, 120);
    const when = span(start, random.int(10, 14), random.int(8, 12));
    pool.add(make({ site, type, span: when }, fixed));
  };
}

/** What nobody took: a few every year. */
function addEmpty(world: World, active: readonly Site[], pool: OpportunityPool): void {
  const make = createOpportunityMaker(world, 'nobody took');
  const random = world.random('nobody took');
  const aYear = Math.ceil(active.length / 20);
  for (const year of toldYears(world).slice(0, -1)) {
    for (let i = 0; i < aYear; i++) {
      const start = firstDayOfFiscalYear(year) + random.int(60, 200);
      const plan = {
        site: random.pick(active),
        type: random.pick(WBL_TYPES),
        span: span(start, 12, 10),
      };
      pool.add(make(plan, i % 5 === 4 ? { status: 'WITHDRAWN' } : {}));
    }
  }
}
