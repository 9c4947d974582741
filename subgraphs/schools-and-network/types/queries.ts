import { planRead } from '../../../platform/graphql/plan-read.ts';
import { whereBoardNamed } from '../board-search.ts';
import { builder } from '../builder.ts';
import { findSchool, findWorkforceBoard } from '../entities.ts';
import { pageOfSchools } from '../school-pages.ts';
import { NetworkTierEnum, SchoolSortEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { School } from './school.ts';
import { SchoolConnection } from './school-connection.ts';
import { WorkforceBoard } from './workforce-board.ts';

builder.queryFields((t) => ({
  school: t.field({
    type: School,
    nullable: true,
    description: 'One school. Null where there is none with that code.',
    args: { deseCode: t.arg({ type: 'DeseOrgCode', required: true, description: 'Its code.' }) },
    resolve: (_root, { deseCode }, context, info) => findSchool(context, deseCode, info),
  }),
  workforceBoard: t.field({
    type: WorkforceBoard,
    nullable: true,
    description: 'One of the 16 workforce boards.',
    args: { code: t.arg({ type: WorkforceBoardCodeEnum, required: true, description: 'Which.' }) },
    resolve: (_root, { code }, context, info) => findWorkforceBoard(context, code, info),
  }),
  workforceBoards: t.field({
    type: [WorkforceBoard],
    nullable: true,
    description: 'The 16 workforce boards, in the order of their codes.',
    directives: { listSize: { assumedSize: 16 } },
    args: {
      name: t.arg.string({
        description:
          'Only those with this in their name, or in one they had before: "WIB" finds them all.',
      }),
    },
    resolve: (_root, { name }, context, info) => {
      const query = planRead({ context, info });
      const where = whereBoardNamed(name);
      return context.read.many('workforceBoard', { ...query, where, orderBy: { code: 'asc' } });
    },
  }),
  schools: t.field({
    type: SchoolConnection,
    nullable: true,
    description: 'Schools that fit all that is asked, page by page.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'Only in this region.' }),
      tier: t.arg({ type: NetworkTierEnum, description: 'Only of this tier.' }),
      inNetwork: t.arg.boolean({
        description: 'Only those of the Connecting Activities School Network, or only the others.',
      }),
      district: t.arg({ type: 'DeseOrgCode', description: 'Only of this district.' }),
      town: t.arg.string({ description: 'Only in this city or town, whatever the case.' }),
      search: t.arg.string({
        description: 'Only those with this in their name, town or code; at most 100 characters.',
      }),
      highSchool: t.arg.boolean({
        description: 'Only those with any of the grades 9 to 12, or only those with none.',
      }),
      includeClosed: t.arg.boolean({
        defaultValue: false,
        required: true,
        description: 'Whether schools that closed are among them.',
      }),
      sort: t.arg({
        type: SchoolSortEnum,
        defaultValue: 'CODE',
        required: true,
        description: 'By what they are ordered.',
      }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({
        description: 'The `endCursor` of the page before, in the same order.',
      }),
    },
    resolve: (_root, args, context, info) => pageOfSchools(context, info, args),
  }),
}));
