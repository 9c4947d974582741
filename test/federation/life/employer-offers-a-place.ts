import { expect } from 'vitest';
import { type Place, staffOf } from './people.ts';
import type { Teller } from './teller.ts';

const REGISTER = `mutation ($input: RegisterEmployerInput!) { registerEmployer(input: $input) {
  employer { id board { code } sites { id } }
} }`;
const ADD_SITE = `mutation ($input: AddSiteInput!) { addSite(input: $input) {
  site { id version onboarding { status missing } }
} }`;
const CONTACT = `mutation ($input: ContactSiteInput!) { contactSite(input: $input) {
  site { onboarding { status } }
} }`;
const STEP = `mutation ($input: CompleteOnboardingStepInput!) { completeOnboardingStep(input: $input) {
  site { onboarding { status missing } }
} }`;
const SUPERVISE = `mutation ($input: AddSupervisorInput!) { addSupervisor(input: $input) {
  supervisor { id name }
} }`;
const PUBLISH = `mutation ($input: PublishOpportunityInput!) { publishOpportunity(input: $input) {
  opportunity { id status } findings { rule }
} }`;
const OPEN = `query ($id: ID!) { opportunity(id: $id) {
  status slots slotsFilled slotsOpen site { name onboarding { status } employer { name } }
} }`;

/** The orientation of supervisors comes last. */
const STEPS = [
  { step: 'AGREEMENT_SIGNED', status: 'VETTING' },
  { step: 'SITE_VISIT', status: 'VETTING' },
  { step: 'SAFETY_REVIEW', status: 'VETTING' },
  { step: 'ACCESSIBILITY_REVIEW', status: 'VETTING' },
  { step: 'CHILD_LABOR_ACK', status: 'VETTING' },
  { step: 'INSURANCE_ON_FILE', status: 'ORIENTATION' },
  { step: 'SUPERVISOR_ORIENTATION', status: 'ACTIVE' },
];
const EMPLOYER = 'Marlowe Tidepool Instruments';
const SITE = 'Marlowe workshop';
const HERE = { address: '9 Invented Wharf', town: 'Boston', location: { lat: 42.33, lon: -71.08 } };
const SUPERVISOR = { name: 'Ines Fairweather', email: 'i.fairweather@marlowe.example' };

type Site = {
  readonly id: string;
  readonly version: number;
  readonly onboarding: { readonly missing: readonly string[] };
};
type Registered = { readonly registerEmployer: { readonly employer: { readonly id: string } } };
type Added = { readonly addSite: { readonly site: Site } };
type Supervised = { readonly addSupervisor: { readonly supervisor: { readonly id: string } } };
type Published = {
  readonly publishOpportunity: { readonly opportunity: { readonly id: string } };
};

export type Offer = {
  readonly site: string;
  readonly supervisor: string;
  readonly opportunity: string;
};

async function siteIsOnboarded({ tell }: Teller, place: Place, employerId: string) {
  const { board } = staffOf(place);
  const { addSite } = await tell<Added>(ADD_SITE, board, {
    input: { employerId, name: SITE, ...HERE, setting: 'OUTSIDE_SCHOOL' },
  });
  const { id: siteId, version, onboarding } = addSite.site;
  expect(onboarding).toMatchObject({ status: 'PROSPECT' });
  expect(onboarding.missing.toSorted()).toEqual(STEPS.map(({ step }) => step).toSorted());
  expect(await tell(CONTACT, board, { input: { siteId, expectedVersion: version } })).toMatchObject(
    { contactSite: { site: { onboarding: { status: 'CONTACTED' } } } },
  );
  for (const [index, { step, status }] of STEPS.entries()) {
    const done = await tell<{ readonly completeOnboardingStep: { readonly site: Site } }>(
      STEP,
      board,
      { input: { siteId, step } },
    );
    const { onboarding: now } = done.completeOnboardingStep.site;
    expect(now).toMatchObject({ status });
    expect(now.missing).toHaveLength(STEPS.length - index - 1);
  }
  return siteId;
}
/** An employer is registered, its site onboarded step by step, and an opportunity of two slots published. */
export async function employerOffersAPlace(teller: Teller, place: Place): Promise<Offer> {
  const { tell } = teller;
  const { board } = staffOf(place);
  const { registerEmployer } = await tell<Registered>(REGISTER, board, {
    input: { name: EMPLOYER, sector: 'PRIVATE', naics: '334513' },
  });
  expect(registerEmployer).toMatchObject({
    employer: { board: { code: place.board }, sites: [] },
  });
  const site = await siteIsOnboarded(teller, place, registerEmployer.employer.id);
  const { addSupervisor } = await tell<Supervised>(SUPERVISE, board, {
    input: { siteId: site, ...SUPERVISOR },
  });
  const { publishOpportunity } = await tell<Published>(PUBLISH, board, {
    input: {
      siteId: site,
      title: 'Instrument maker, internship',
      plainLanguageSummary: 'Help to build and to test instruments that measure the sea.',
      wblType: 'INTERNSHIP',
      startDate: '2026-11-02',
      endDate: '2027-02-26',
      hoursPerWeek: 8,
      plannedHours: 136,
      pay: 'EMPLOYER_PAID',
      hourlyWage: 17.5,
      slots: 2,
      soc: '51-2023',
    },
  });
  expect(publishOpportunity).toMatchObject({ opportunity: { status: 'OPEN' }, findings: [] });
  const opportunity = publishOpportunity.opportunity.id;
  expect(await tell(OPEN, undefined, { id: opportunity })).toEqual({
    opportunity: {
      status: 'OPEN',
      ...{ slots: 2, slotsFilled: 0, slotsOpen: 2 },
      site: { name: SITE, onboarding: { status: 'ACTIVE' }, employer: { name: EMPLOYER } },
    },
  });
  return { site, supervisor: addSupervisor.supervisor.id, opportunity };
}
