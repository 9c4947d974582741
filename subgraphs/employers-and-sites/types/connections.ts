import { connectionOf } from '../builder.ts';
import { CareerEvent } from './career-event.ts';
import { Employer } from './employer.ts';
import { OnboardingResource } from './onboarding-resource.ts';
import { Opportunity } from './opportunity.ts';
import { OpportunityProgram } from './opportunity-program.ts';
import { Site } from './site.ts';

export const EmployerConnection = connectionOf(Employer, 'EmployerConnection', 'PUBLIC');
export const SiteConnection = connectionOf(Site, 'SiteConnection', 'PUBLIC');
export const OpportunityConnection = connectionOf(Opportunity, 'OpportunityConnection', 'PUBLIC');
export const CareerEventConnection = connectionOf(CareerEvent, 'CareerEventConnection', 'PUBLIC');
export const OpportunityProgramConnection = connectionOf(
  OpportunityProgram,
  'OpportunityProgramConnection',
  'PUBLIC',
);
export const OnboardingResourceConnection = connectionOf(
  OnboardingResource,
  'OnboardingResourceConnection',
  'STAFF_DIRECTORY',
);
