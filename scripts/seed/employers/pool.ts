import type { WblType, WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { World } from '../world.ts';
import { createOpportunityMaker } from './opportunities.ts';
import type { Opportunity } from './opportunity.ts';
import type { Site } from './site.ts';
import { spanAhead, spanOf, type Window } from './windows.ts';

export type Wish = {
  readonly board: WorkforceBoardCode;
  readonly fiscalYear: number;
  /** `AHEAD` is what begins in the coming weeks. */
  readonly window: Window | 'AHEAD';
  readonly type: WblType;
};

/**
 * The opportunities that placements are made on: one is open per region, year, window and type, and
 * a site offers the next one when its slots are taken. So no placement is without one, and none holds
 * more students than slots.
 */
export type OpportunityPool = {
  /** One with a free slot. Taking it is the caller's, who knows whether the placement holds one. */
  find(wish: Wish): Opportunity;
  add(opportunity: Opportunity): void;
  readonly all: readonly Opportunity[];
};

export function createPool(world: World, sites: readonly Site[]): OpportunityPool {
  const make = createOpportunityMaker(world, 'of the pool');
  const random = world.random('pool');
  const siteFor = createRotation(sites);
  const open = new Map<string, Opportunity>();
  const all: Opportunity[] = [];
  return {
    all,
    add: (opportunity) => all.push(opportunity),
    find(wish) {
      const key = `${wish.board} ${wish.fiscalYear} ${wish.window} ${wish.type}`;
      const current = open.get(key);
      if (current && current.filled < current.slots) return current;
      const span =
        wish.window === 'AHEAD'
          ? spanAhead(world.calendar.asOf, random)
          : spanOf(wish.window, wish.fiscalYear, random);
      const site = siteFor(wish, span.end > world.calendar.asOf);
      const programHost = random.chance(0.02) ? random.pick(sites).employer.id : null;
      const next = make({ site, type: wish.type, span }, { programHost });
      open.set(key, next);
      all.push(next);
      return next;
    },
  };
}

/** Hands a region's sites out in turn: a simulation happens in a school, and only active sites host today. */
function createRotation(sites: readonly Site[]) {
  const lists = new Map<string, { readonly sites: Site[]; next: number }>();
  for (const site of sites) {
    if (site.status === 'ACTIVE' || site.status === 'PAUSED' || site.status === 'RETIRED') {
      for (const key of keysOf(site)) {
        const list = lists.get(key) ?? { sites: [], next: 0 };
        list.sites.push(site);
        lists.set(key, list);
      }
    }
  }
  return ({ board, type }: Wish, running: boolean): Site => {
    const list = lists.get(`${board} ${type === 'SIMULATION'} ${running}`);
    const site = list?.sites[list.next % list.sites.length];
    if (!list || !site) throw new Error(`No site of ${board} can host a ${type}.`);
    list.next += 1;
    return site;
  };
}

function keysOf({ board, setting, status }: Site): string[] {
  const inSchool = setting === 'IN_SCHOOL';
  return status === 'ACTIVE'
    ? [`${board} ${inSchool} true`, `${board} ${inSchool} false`]
    : [`${board} ${inSchool} false`];
}
