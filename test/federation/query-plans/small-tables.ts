import type { SubgraphName } from '../../../platform/subgraph.ts';

/**
 * Tables that are as large as Massachusetts has boards, schools, programs and agreements, whatever the number
 * of students and years. Every other table grows: a new one counts as large until it is named here.
 */
export const SMALL_TABLES: Readonly<Record<SubgraphName, readonly string[]>> = {
  'schools-and-network': [
    'convening',
    'data_sharing_agreement',
    'district',
    'industry_credential',
    'municipality',
    'network_membership',
    'partner_organization',
    'partnership_agreement',
    'pathway_program',
    'program_credential',
    'school',
    'workforce_board',
  ],
  'employers-and-sites': ['school_ref'],
  'students-and-mycap': ['activity_stage', 'program_ref', 'report_source', 'school_ref'],
  placements: ['board_ref', 'program_ref', 'report_source', 'school_ref'],
};
