import { WORKFORCE_BOARD_CODES } from '../../../platform/vocabulary.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import { span } from '../employers/windows.ts';
import { at } from '../random.ts';
import type { Cast } from './cast.ts';
import { running, siteIn } from './sites.ts';

/** Proposed, and not to be approved: neither paid nor for credit. */
export function tellUnpaidWithoutCredit(cast: Cast): void {
  const student = cast.student({
    id: EDGE_CASES.unpaidWithoutCreditStudent,
    school: cast.high('BOSTON'),
    gradYear: cast.junior,
  });
  const site = siteIn(cast, 'BOSTON');
  const offer = cast.offer(site, 'INTERNSHIP', span(cast.asOf + 21, 12, 10));
  const placement = cast.place(student, offer, {
    id: EDGE_CASES.unpaidWithoutCreditPlacement,
    status: 'PROPOSED',
    opportunity: null,
    pay: 'UNPAID',
    wageCents: null,
    creditBearing: false,
  });
  cast.tell(student, [placement]);
}

export function tellVirtual(cast: Cast): void {
  const student = cast.student({
    id: EDGE_CASES.virtualStudent,
    school: cast.high('BOSTON'),
    gradYear: cast.junior,
  });
  const site = cast.site(({ id }) => id === EDGE_CASES.virtualSite);
  const offer = cast.offer(site, 'INTERNSHIP', running(cast));
  cast.tell(student, [cast.place(student, offer, { id: EDGE_CASES.virtualPlacement })]);
}

/** An arts program places its interns at other organizations' worksites. */
export function tellProgramHost(cast: Cast): void {
  const student = cast.student({
    id: EDGE_CASES.programHostStudent,
    school: cast.high('BOSTON'),
    gradYear: cast.junior,
  });
  const offer = cast.offer(siteIn(cast, 'BOSTON'), 'INTERNSHIP', running(cast), {
    id: EDGE_CASES.programHostOpportunity,
    programHost: EDGE_CASES.programHostEmployer,
    slots: 20,
  });
  cast.tell(student, [cast.place(student, offer, { id: EDGE_CASES.programHostPlacement })]);
}

export function tellCapstoneTeam(cast: Cast): void {
  const size = EDGE_CASES.capstoneTeamStudents.length;
  const team = EDGE_CASES.capstoneTeam;
  const site = cast.site(({ id }) => id === EDGE_CASES.threeRegionsSites[0]);
  const offer = cast.offer(site, 'CAPSTONE', running(cast), { team, slots: size });
  for (const [i, id] of EDGE_CASES.capstoneTeamStudents.entries()) {
    const student = cast.student({ id, school: cast.high('BOSTON'), gradYear: cast.junior });
    cast.tell(student, [
      cast.place(student, offer, { id: at(EDGE_CASES.capstoneTeamPlacements, i) }),
    ]);
  }
}

/** The supervisor who signed the baseline is gone; another one will sign the final review. */
export function tellSupervisorLeft(cast: Cast): void {
  const student = cast.student({
    id: EDGE_CASES.supervisorLeftStudent,
    school: cast.high('BOSTON'),
    gradYear: cast.junior,
  });
  const site = cast.site(({ id }) => id === EDGE_CASES.supervisorLeftSite);
  const placement = cast.place(student, cast.offer(site, 'INTERNSHIP', running(cast)), {
    id: EDGE_CASES.supervisorLeftPlacement,
    wants: { reviews: ['BASELINE'], baselineBy: EDGE_CASES.supervisorLeftSupervisor },
  });
  cast.tell(student, [placement]);
}

export function tellConsentRevoked(cast: Cast): void {
  const student = cast.student({
    id: EDGE_CASES.consentRevokedStudent,
    school: cast.high('BOSTON'),
    gradYear: cast.junior,
  });
  const site = siteIn(cast, 'BOSTON');
  const offer = cast.offer(site, 'INTERNSHIP', running(cast));
  const id = EDGE_CASES.consentRevokedPlacement;
  const consent = {
    recipient: site.employer.name,
    purpose: 'PLACEMENT',
    elements: ['Student.displayName'],
    granted: offer.start - 30,
    expires: offer.start + 330,
    revoked: cast.asOf - 10,
  };
  const placement = cast.place(student, offer, { id, wants: { byConsent: true } });
  cast.tell(student, [placement], undefined, { consents: [consent] });
}

/** In every region one placement waits for its first review. */
export function tellWithoutBaseline(cast: Cast): void {
  for (const [i, board] of WORKFORCE_BOARD_CODES.entries()) {
    const student = cast.student({
      id: at(EDGE_CASES.withoutBaselineStudents, i),
      school: cast.high(board),
      gradYear: cast.junior,
    });
    const offer = cast.offer(siteIn(cast, board), 'INTERNSHIP', running(cast));
    const id = at(EDGE_CASES.withoutBaselinePlacements, i);
    cast.tell(student, [cast.place(student, offer, { id, wants: { reviews: [] } })]);
  }
}
