import { dayAt } from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { at } from '../random.ts';
import type { World } from '../world.ts';
import { EMPLOYER_EDGE_CASES } from './edge-cases.ts';
import { createOpportunityMaker } from './opportunities.ts';
import type { OpportunityPool } from './pool.ts';
import type { Site } from './site.ts';
import { span } from './windows.ts';

const PAID = { pay: 'EMPLOYER_PAID', wageCents: 1_850, creditBearing: false } as const;

/** The summer after this fiscal year, from its first Monday or so. */
const nextSummer = ({ calendar: { fiscalYear } }: World) => dayAt(fiscalYear, 7, 6);

/** Opportunities that rules say something of, and one from home with everything for it. */
export function addNamedOpportunities(
  world: World,
  sites: readonly Site[],
  pool: OpportunityPool,
): void {
  const make = createOpportunityMaker(world, 'with findings');
  const siteThat = (is: (site: Site) => boolean) => at(sites.filter(is), 0);
  const online = siteThat(({ id }) => id === EDGE_CASES.virtualSite);
  const workplace = siteThat(
    ({ board, status, setting }) =>
      board === 'BOSTON' && status === 'ACTIVE' && setting === 'OUTSIDE_SCHOOL',
  );
  const lab = span(nextSummer(world), 6, 35);
  pool.add(
    make(
      { site: online, type: 'INTERNSHIP', span: lab },
      {
        ...PAID,
        id: EMPLOYER_EDGE_CASES.labOpportunity,
        title: 'Learning Lab Intern',
        slots: 40,
        technologySupport: ['EQUIPMENT', 'CONNECTIVITY', 'AT_HOME_KIT'],
      },
    ),
  );
  const soon = { site: workplace, span: span(world.calendar.asOf + 30, 12, 10) };
  pool.add(
    make(
      { ...soon, type: 'INTERNSHIP' },
      {
        id: EMPLOYER_EDGE_CASES.unpaidWithoutCreditOpportunity,
        ...{ pay: 'UNPAID', wageCents: null, creditBearing: false, status: 'DRAFT' },
      },
    ),
  );
  pool.add(
    make(
      { ...soon, type: 'PART_TIME_EMPLOYMENT' },
      { ...PAID, id: EMPLOYER_EDGE_CASES.lowWageOpportunity, wageCents: 1_450 },
    ),
  );
  pool.add(
    make(
      { ...soon, type: 'INTERNSHIP' },
      {
        ...PAID,
        id: EMPLOYER_EDGE_CASES.hoursThatDoNotFitOpportunity,
        plannedMinutes: 200 * 60,
      },
    ),
  );
}
