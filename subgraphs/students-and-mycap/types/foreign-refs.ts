import { builder } from '../builder.ts';

const byId = () => builder.keyDirective(builder.selection<{ id: string }>('id'), false);

/** Owned by the employers subgraph: here a key and nothing more. */
export const CareerEventRef = builder.externalRef('CareerEvent', byId()).implement({
  description: 'Something that schools and employers held together, short of a placement.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Opaque.', resolve: ({ id }) => id }),
  }),
});

/** Owned by the schools subgraph: here a key and nothing more. */
export const StaffContactRef = builder.externalRef('StaffContact', byId()).implement({
  description: 'A member of staff of a school, a district or a board.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Opaque.', resolve: ({ id }) => id }),
  }),
});

/** Owned by the schools subgraph: here a key and nothing more. */
export const PathwayProgramRef = builder.externalRef('PathwayProgram', byId()).implement({
  description: 'A program of study at a school that leads toward a career.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Opaque.', resolve: ({ id }) => id }),
  }),
});

/** Owned by the schools subgraph: here a key and nothing more. */
export const IndustryCredentialRef = builder.externalRef('IndustryCredential', byId()).implement({
  description: 'A credential that an industry recognizes.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Opaque.', resolve: ({ id }) => id }),
  }),
});
