import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { builder } from '../builder.ts';

const byId = () => builder.keyDirective(builder.selection<{ id: string }>('id'), false);

/** Owned by the employers subgraph: here a key and nothing more. */
export const SupervisorRef = builder.externalRef('Supervisor', byId()).implement({
  description: 'Who guides and reviews students at a site, for the employer.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      classified: 'PUBLIC',
      description: 'Opaque.',
      resolve: ({ id }) => id,
    }),
  }),
});

/** Owned by the students subgraph: here a key and nothing more. */
export const MyCapGoalRef = builder.externalRef('MyCapGoal', byId()).implement({
  description: "A goal in a student's plan.",
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.id({
      nullable: false,
      classified: 'PUBLIC',
      description: 'Opaque.',
      resolve: ({ id }) => id,
    }),
  }),
});

/** Owned elsewhere; here a key, and the fields that `*-extension.ts` adds. */
export const StudentRef = builder.externalRef(
  'Student',
  builder.selection<{ id: string }>('id'),
  (student) => student,
);
export const SiteRef = builder.externalRef(
  'Site',
  builder.selection<{ id: string }>('id'),
  (site) => site,
);
export const SchoolRef = builder.externalRef(
  'School',
  builder.selection<{ deseCode: string }>('deseCode'),
  (school) => school,
);
export const OpportunityRef = builder.externalRef(
  'Opportunity',
  builder.selection<{ id: string }>('id'),
  (opportunity) => opportunity,
);
export const WorkforceBoardRef = builder.externalRef(
  'WorkforceBoard',
  builder.selection<{ code: WorkforceBoardCode }>('code'),
  (board) => board,
);
