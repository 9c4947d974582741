import { expect, it } from 'vitest';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { catchUpAll, openLocalFollowings } from '../../../scripts/graph/local-followings.ts';
import { makeGraduates } from '../../support/make-graduates.ts';
import { PATIENCE_MS } from '../../support/patience.ts';
import { startDemo } from '../support/demo.ts';
import { type Graph, startGraph, TRANSPORTS } from '../support/graph.ts';
import { counted, oneMore, YEAR } from './counted.ts';
import { employerOffersAPlace } from './employer-offers-a-place.ts';
import { type Place, staffOf } from './people.ts';
import { placementIsArranged } from './placement-is-arranged.ts';
import { placementIsLived } from './placement-is-lived.ts';
import { schoolBecomesPartner } from './school-becomes-partner.ts';
import { studentPlans } from './student-plans.ts';
import { type Teller, tellTo } from './teller.ts';

const GRADUATE = `mutation ($input: GraduateStudentInput!) { graduateStudent(input: $input) { student { cohort } } }`;

/** A high school outside the network, in a district without an agreement. */
async function placeOutside({ databases }: Graph): Promise<Place> {
  const { rows } = await databases['schools-and-network'].pool.query<{
    school: string;
    district: string;
    board: WorkforceBoardCode;
  }>(
    `select s.dese_code as school, s.district_code as district, s.board_code as board from school s
      where s.closed_on is null and 12 = any(s.grades)
        and not exists (select from network_membership m where m.school_code = s.dese_code and m.left_on is null)
        and not exists (select from partnership_agreement a where a.district_code = s.district_code)
      order by 1 limit 1`,
  );
  const [place] = rows;
  if (!place) throw new Error('The demo has no high school outside the network.');
  return place;
}

/** About seventy requests, one after the other, with all that follows each; it is no measure of speed. */
const A_LIFE_MS = 4 * PATIENCE_MS;

/** Others of that school, program and groups who graduate that year, enough that their number is shown. */
async function othersGraduate({ databases: { placements } }: Graph, like: string): Promise<void> {
  const { rows } = await placements.pool.query(
    'select school_code, board_code, program_id, groups from student_ref where student_id = $1',
    [like],
  );
  await makeGraduates(placements, YEAR, { tookPart: 12, didNot: 11 }, rows[0]);
}

async function livesOnce(teller: Teller): Promise<void> {
  const { graph, tell } = teller;
  const place = await placeOutside(graph);
  await schoolBecomesPartner(teller, place);
  const offer = await employerOffersAPlace(teller, place);
  const planner = await studentPlans(teller, place);
  await othersGraduate(graph, planner.student);
  const before = await counted(teller);
  expect(before.shown).toEqual(before.real);

  const placement = await placementIsArranged(teller, place, { ...offer, ...planner });
  await placementIsLived(teller, place, { ...offer, ...planner, placement });

  graph.moveTo('2027-06-11');
  const input = { studentId: planner.student };
  expect(await tell(GRADUATE, staffOf(place).school, { input })).toEqual({
    graduateStudent: { student: { cohort: YEAR } },
  });
  const after = await counted(teller);
  expect(after.real).toEqual(oneMore(before.real));
  expect(after.shown).toEqual(after.real);
}

it.each(TRANSPORTS)(
  'over the %s transport, a student of a school that joins is placed, works, learns, graduates and counts once',
  async (kind) => {
    const demo = await startDemo();
    const graph = await startGraph(kind, demo.urls);
    const following = await openLocalFollowings({ urls: demo.urls, log: { warn() {} } });
    try {
      await catchUpAll(following.followings);
      await livesOnce(tellTo(graph, following.followings));
    } finally {
      await following.close();
      await graph.close();
      await demo.stop();
    }
  },
  A_LIFE_MS,
);
