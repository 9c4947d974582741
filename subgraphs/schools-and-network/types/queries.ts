import { planRead } from '../../../platform/graphql/plan-read.ts';
import { builder } from '../builder.ts';
import { findSchool, findWorkforceBoard } from '../entities.ts';
import { mappedSchools } from '../network-map.ts';
import { pageOfSchools } from '../school-pages.ts';
import { NetworkTierEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { MapFeature } from './map-feature.ts';
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
    resolve: (_root, _args, context, info) => {
      const query = planRead({ context, info });
      return context.read.many('workforceBoard', { ...query, orderBy: { code: 'asc' } });
    },
  }),
  schools: t.field({
    type: SchoolConnection,
    nullable: true,
    description: 'Schools in the order of their codes, page by page.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'Only in this region.' }),
      tier: t.arg({ type: NetworkTierEnum, description: 'Only of this tier.' }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, args, context, info) => pageOfSchools(context, info, args),
  }),
  networkMap: t.field({
    type: [MapFeature],
    nullable: true,
    description:
      'The schools on the map, grouped by region: all that have a location, in one list without pages. It is bound by the schools of the state, about 1,000.',
    args: {
      tiers: t.arg({
        type: [NetworkTierEnum],
        description: 'Only these tiers, at most all three; every tier where not given.',
      }),
      boards: t.arg({
        type: [WorkforceBoardCodeEnum],
        description: 'Only these regions, at most all 16; the whole state where not given.',
      }),
    },
    resolve: (_root, args, context, info) => mappedSchools(context, info, args),
  }),
}));
