import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { builder } from '../builder.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';

/** Owned by the schools subgraph: here a key and nothing more. */
export const WorkforceBoardRef = builder
  .externalRef(
    'WorkforceBoard',
    builder.keyDirective(builder.selection<{ code: WorkforceBoardCode }>('code'), false),
  )
  .implement({
    description:
      'A MassHire workforce board, formerly "Workforce Investment Board": it connects the schools and businesses of its region.',
    classified: 'PUBLIC',
    fields: (t) => ({
      code: t.field({
        type: WorkforceBoardCodeEnum,
        nullable: false,
        description: 'Which of the 16 boards.',
        resolve: ({ code }) => code,
      }),
    }),
  });

/** Owned by the schools subgraph: here a key and nothing more. */
export const SchoolRef = builder
  .externalRef(
    'School',
    builder.keyDirective(builder.selection<{ deseCode: string }>('deseCode'), false),
  )
  .implement({
    description: 'A public school of Massachusetts with middle or high school grades.',
    classified: 'PUBLIC',
    fields: (t) => ({
      deseCode: t.field({
        type: 'DeseOrgCode',
        nullable: false,
        description: 'The DESE code.',
        resolve: ({ deseCode }) => deseCode,
      }),
    }),
  });
