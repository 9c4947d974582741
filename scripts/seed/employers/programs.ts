import { dayAt, fiscalYearOf, iso } from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { onboardingResource, opportunityProgram, wraparoundSupport } from '../tables/employers.ts';
import { toldYears, type World } from '../world.ts';
import { campaignOf, EMPLOYER_EDGE_CASES } from './edge-cases.ts';
import type { Opportunity } from './opportunity.ts';

const SUPPORTS = [
  ['Millrace Writers (demo)', 'Help with college essays, once a week.'],
  ['Esker College Advising (demo)', 'Looking at colleges, and visiting two.'],
  ['Kettlehole Coaching (demo)', 'A coach for every intern, before and during the seven weeks.'],
] as const;

/** The years told, and the one that opportunities ahead may begin in. */
const campaignYears = (world: World) => [...toldYears(world), world.calendar.fiscalYear + 1];

/** A summer campaign a year, and an arts program that an employer hosts at the worksites of others. */
export function writePrograms(world: World): void {
  for (const year of campaignYears(world)) {
    world.write(opportunityProgram, {
      id: campaignOf(year),
      name: `A Summer Worth Having ${year - 1} (demo)`,
      summary: 'Employers all over the city offer paid work in July and August.',
      season: 'SUMMER',
      fiscal_year: year,
      board_code: 'BOSTON',
      host_id: null,
    });
  }
  world.write(opportunityProgram, {
    id: EMPLOYER_EDGE_CASES.artsProgram,
    name: 'Seven Weeks of Art (demo)',
    summary: 'Work with one of more than twenty arts organizations, with a coach of your own.',
    season: 'SUMMER',
    fiscal_year: world.calendar.fiscalYear,
    board_code: 'BOSTON',
    host_id: EDGE_CASES.programHostEmployer,
  });
  const id = world.ids('wraparound supports');
  for (const [provider, summary] of SUPPORTS)
    world.write(wraparoundSupport, {
      id: id(),
      program_id: EMPLOYER_EDGE_CASES.artsProgram,
      provider,
      summary,
    });
}

/** Paid work that starts in a Boston summer is part of that summer's campaign. */
export function programOf(world: World, made: Opportunity): string | null {
  if (made.id === EDGE_CASES.programHostOpportunity) return EMPLOYER_EDGE_CASES.artsProgram;
  const year = fiscalYearOf(made.start);
  const inSummer = made.start < dayAt(year - 1, 9, 1);
  const isPart = inSummer && made.board === 'BOSTON' && made.wageCents !== null;
  return isPart && campaignYears(world).includes(year) ? campaignOf(year) : null;
}

const RESOURCES = [
  ['SITE_VISIT', 'BOSTON', 'Checklist for a first visit', 'What to look at, in one page.'],
  ['SUPERVISOR_ORIENTATION', 'CENTRAL', 'One hour for supervisors', 'Slides, with notes.'],
  ['CORI_CHECK', 'METRO_NORTH', 'Criminal record checks, step by step', 'Whom to ask, and when.'],
  [null, 'BERKSHIRE', 'Our way with new partners', 'From the first call to the first student.'],
] as const;
const DAYS_AGO = 90;

/** What boards recommend to each other for the onboarding of sites. */
export function writeResources(world: World): void {
  const id = world.ids('onboarding resources');
  for (const [i, [step, board, title, summary]] of RESOURCES.entries())
    world.write(onboardingResource, {
      id: id(),
      board_code: board,
      step,
      title: `${title} (demo)`,
      summary,
      url: `https://resources.example/onboarding/${i + 1}`,
      recommended_on: iso(world.calendar.asOf - DAYS_AGO + i),
      recommended_by: 'demo',
    });
}
