import { builder } from '../builder.ts';
import { pageOfBoardSchools } from '../school-pages.ts';
import { NetworkTierEnum } from './enums.ts';
import { SchoolConnection } from './school-connection.ts';
import { WorkforceBoard } from './workforce-board.ts';

builder.prismaObjectField(WorkforceBoard, 'schools', (t) =>
  t.field({
    type: SchoolConnection,
    nullable: false,
    description: 'The schools of its region, in the order of their codes, page by page.',
    args: {
      tier: t.arg({ type: NetworkTierEnum, description: 'Only schools of this tier.' }),
      first: t.arg.int({ defaultValue: 50, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: ({ code }, args, context, info) => pageOfBoardSchools(context, info, code, args),
  }),
);
