import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { iso } from '../calendar.ts';
import { mailbox, personName } from '../names.ts';
import { placeIn } from '../places.ts';
import type { Random } from '../random.ts';
import { pgArray } from '../table.ts';
import { site, supervisor } from '../tables/employers.ts';
import type { World } from '../world.ts';
import { onboardingSteps } from './onboarding.ts';
import type { Employer, OnboardingStatus, Site, SiteSetting } from './site.ts';

const STREETS = ['Otter Lane', 'Kettle Street', 'Millrace Road', 'Lantern Way', 'Esker Avenue'];
const ACCOMMODATIONS = ['Step-free entrance', 'Quiet room', 'Flexible breaks', 'Screen reader'];

type NewSite = {
  readonly employer: Employer;
  readonly board: WorkforceBoardCode;
  readonly town: string;
  readonly setting: SiteSetting;
  readonly status: OnboardingStatus;
  readonly id?: string;
};

/** Writes a site with its supervisors; a virtual one has neither address nor place. */
export function createSiteWriter(world: World): (given: NewSite) => Site {
  const id = world.ids('sites');
  const random = world.random('sites');
  const hire = createSupervisorWriter(world);
  return ({ id: fixedId, ...given }) => {
    const { employer, board, town, setting, status } = given;
    const siteId = fixedId ?? id();
    const steps = onboardingSteps(status, employer.field.cori);
    const reviewed = world.calendar.asOf - random.int(20, 500);
    world.write(site, {
      id: siteId,
      employer_id: employer.id,
      board_code: board,
      ...whereabouts(given, random),
      town,
      setting,
      onboarding_status: status,
      required_steps: pgArray(steps.required),
      completed_steps: pgArray(steps.completed),
      last_reviewed: steps.completed.length > 0 ? iso(reviewed) : null,
      accommodations: pgArray(random.sample(ACCOMMODATIONS, random.int(0, 2))),
    });
    if (random.chance(0.05)) hire(siteId, { leftOn: world.calendar.asOf - random.int(30, 700) });
    if (random.chance(0.3)) hire(siteId, {});
    return { ...given, id: siteId, supervisor: hire(siteId, {}) };
  };
}

function whereabouts({ employer, board, town, setting }: NewSite, random: Random) {
  if (setting === 'VIRTUAL') {
    return { name: `${employer.name}, Online`, address: null, lat: null, lon: null };
  }
  const address = `${random.int(1, 180)} ${random.pick(STREETS)}`;
  return { name: `${employer.name}, ${town}`, address, ...placeIn(board, town, random) };
}

/** Writes a supervisor and answers their id. */
export function createSupervisorWriter(world: World, label = 'supervisors') {
  const id = world.ids(label);
  const random = world.random(label);
  return (siteId: string, given: { id?: string; leftOn?: number }): string => {
    const person = { id: given.id ?? id(), name: personName(random) };
    world.write(supervisor, {
      ...person,
      site_id: siteId,
      email: mailbox(person.name, person.id.slice(-8)),
      left_on: given.leftOn === undefined ? null : iso(given.leftOn),
    });
    return person.id;
  };
}
