import type { WblType } from '../../../platform/vocabulary.ts';
import { careerCluster } from '../../../subgraphs/employers-and-sites/domain/career-cluster.ts';
import { type Day, iso } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import { pgArray } from '../table.ts';
import { opportunity } from '../tables/employers.ts';
import type { World } from '../world.ts';
import type { Opportunity } from './opportunity.ts';
import { termsOf } from './pay.ts';
import { programOf } from './programs.ts';
import type { Site } from './site.ts';
import type { Span } from './windows.ts';

const PARTNERS = [
  'Kettlehole Electricians Apprenticeship (demo)',
  'Drumlin Machinists Apprenticeship (demo)',
];
const DEMAND_SOURCE = 'Regional labor market blueprint (demo)';
const SLOTS: readonly (readonly [number, number])[] = [
  [1, 22],
  [2, 22],
  [3, 16],
  [4, 14],
  [6, 12],
  [8, 8],
  [12, 4],
  [20, 2],
];
const TEAM_SIZE = 4;
/** The law for cooperative education. Others take students from the summer after grade 8 on. */
const MINIMUM_AGE = { COOPERATIVE_EDUCATION: 16, OTHER: 14 };

export type Plan = { readonly site: Site; readonly type: WblType; readonly span: Span };
type Fixed = Partial<Opportunity>;

/** Makes opportunities whose pay, credit and hours obey the rules of their type. */
export function createOpportunityMaker(world: World, label: string) {
  const id = world.ids(`opportunities ${label}`);
  const random = world.random(`opportunities ${label}`);
  return ({ site, type, span }: Plan, fixed: Fixed = {}): Opportunity => {
    const opportunityId = fixed.id ?? id();
    const capstone = type === 'CAPSTONE';
    return {
      id: opportunityId,
      site,
      board: site.board,
      title: titleOf(type, site, random),
      type,
      start: span.start,
      end: span.end,
      minutesPerWeek: 60 * span.hoursPerWeek,
      plannedMinutes: 60 * span.hoursPerWeek * span.weeks,
      ...termsOf(type, site.employer.field, random),
      apprenticeshipPartner: type === 'PRE_APPRENTICESHIP' ? random.pick(PARTNERS) : null,
      slots: capstone ? TEAM_SIZE : random.weighted(SLOTS),
      minimumAge:
        type === 'COOPERATIVE_EDUCATION' ? MINIMUM_AGE.COOPERATIVE_EDUCATION : MINIMUM_AGE.OTHER,
      programHost: null,
      technologySupport: site.setting === 'VIRTUAL' ? ['EQUIPMENT', 'CONNECTIVITY'] : [],
      team: capstone ? opportunityId : null,
      filled: 0,
      ...fixed,
    };
  };
}

const TITLE_ENDS: Readonly<Record<WblType, string>> = {
  INTERNSHIP: '',
  CLINICAL_PRACTICUM: ', Practicum',
  CAPSTONE: ', Capstone Project',
  PRE_APPRENTICESHIP: ', Pre-Apprenticeship',
  SIMULATION: ', School-Based Enterprise',
  COOPERATIVE_EDUCATION: ', Co-op',
  PART_TIME_EMPLOYMENT: ', Part-Time',
  ENTREPRENEURIAL_ENTERPRISE: ', Student Venture',
};

const titleOf = (type: WblType, site: Site, random: Random) =>
  `${random.pick(site.employer.field.jobs)}${TITLE_ENDS[type]}`;

export function writeOpportunity(world: World, made: Opportunity): void {
  const { field } = made.site.employer;
  world.write(opportunity, {
    id: made.id,
    site_id: made.site.id,
    program_host_id: made.programHost,
    board_code: made.board,
    title: made.title,
    wbl_type: made.type,
    soc: field.soc,
    naics: field.naics,
    demand_rating: field.demand,
    start_date: iso(made.start),
    end_date: iso(made.end),
    minutes_per_week: made.minutesPerWeek,
    planned_minutes: made.plannedMinutes,
    pay: made.pay,
    hourly_wage_cents: made.wageCents,
    credit_bearing: made.creditBearing,
    registered_apprenticeship_partner: made.apprenticeshipPartner,
    slots: made.slots,
    filled: made.filled,
    minimum_age: made.minimumAge,
    status: statusOf(made, world.calendar.asOf),
    plain_language_summary: summaryOf(made),
    career_cluster: careerCluster(field.soc, field.naics),
    demand_source: field.demand === 'UNRATED' ? null : DEMAND_SOURCE,
    technology_support: pgArray(made.technologySupport),
    program_id: programOf(world, made),
  });
}

function statusOf(made: Opportunity, asOf: Day): string {
  if (made.status) return made.status;
  if (made.end >= asOf && made.filled >= made.slots) return 'FILLED';
  return made.start > asOf ? 'OPEN' : 'CLOSED';
}

const PAY_WORDS = {
  EMPLOYER_PAID: 'The employer pays you by the hour.',
  SUBSIDIZED: 'A program pays you by the hour.',
  STIPEND: 'You get one payment at the end.',
  UNPAID: 'You are not paid.',
} as const;

function summaryOf({ minutesPerWeek, pay, creditBearing, site }: Opportunity): string {
  const where = site.setting === 'VIRTUAL' ? 'from home' : `in ${site.town}`;
  const credit = creditBearing ? ' You earn school credit.' : '';
  return `You work ${minutesPerWeek / 60} hours a week ${where} and learn ${lower(at(site.employer.field.skills, 0))} on the job. ${PAY_WORDS[pay]}${credit}`;
}

const lower = (text: string) => (text === text.toUpperCase() ? text : text.toLowerCase());
