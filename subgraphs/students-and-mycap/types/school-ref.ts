import { builder } from '../builder.ts';

/** Owned by the schools subgraph. Here it is a key, and what `school-extension.ts` adds to it. */
export const SchoolRef = builder.externalRef(
  'School',
  builder.selection<{ deseCode: string }>('deseCode'),
  (school) => school,
);
