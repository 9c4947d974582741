import { connectionOf } from '../builder.ts';
import { Opportunity } from './opportunity.ts';
import { Site } from './site.ts';

export const SiteConnection = connectionOf(Site, 'SiteConnection', 'PUBLIC');
export const OpportunityConnection = connectionOf(Opportunity, 'OpportunityConnection', 'PUBLIC');
