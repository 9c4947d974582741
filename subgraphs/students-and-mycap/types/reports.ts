import { badUserInput } from '../../../platform/errors.ts';
import { builder } from '../builder.ts';
import { isGrade } from '../domain/grade.ts';
import { pointsBetween, rateOf } from '../domain/rate.ts';
import { ALL_GRADES } from '../reports/cohort-places.ts';
import { PIPELINE_DEFINITION } from '../reports/count-cohort.ts';
import {
  type EquityGap as Gap,
  readFunnel,
  readGaps,
  type FunnelStage as Stage,
} from '../reports/read-cohort.ts';
import { CareerStageEnum, StudentGroupEnum, WorkforceBoardCodeEnum } from './enums.ts';

const STATE = 'STATE';
const WITHHELD =
  'Whether the numbers are withheld: they count 1 to 5 people, or would give away numbers that do.';
const COUNTED_AT =
  'When it was counted. A report is counted again once what it counts has changed.';
const DEFINITION = 'The version of what is counted: numbers of two versions do not compare.';
const YEAR = 'Such as "2026-2027", September to August.';

const FunnelStage = builder.objectRef<Stage>('FunnelStage').implement({
  description:
    'How many students of a school year had reached a stage by its end. It counts a cohort, not who stands where today: who went further reached it too.',
  classified: 'PUBLIC',
  fields: (t) => ({
    stage: t.expose('stage', { type: CareerStageEnum, nullable: false, description: 'The stage.' }),
    students: t.exposeInt('students', {
      nullable: true,
      description: 'Those who reached it; null where that is withheld.',
    }),
    suppressed: t.boolean({
      nullable: false,
      description: WITHHELD,
      resolve: ({ students }) => students === null,
    }),
    conversionFromPrevious: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Of those who reached the stage before, how many percent reached this one; null at the first stage, and where one of the two counts is withheld.',
      resolve: ({ students, previous }) =>
        students === null || previous === null ? null : rateOf(students, previous),
    }),
    definitionVersion: t.string({
      nullable: false,
      description: DEFINITION,
      resolve: () => PIPELINE_DEFINITION,
    }),
    asOf: t.expose('asOf', { type: 'DateTime', nullable: false, description: COUNTED_AT }),
  }),
});

const EquityGap = builder.objectRef<Gap>('EquityGap').implement({
  description: 'How a group of students compares with all others in reaching a stage.',
  classified: 'PUBLIC',
  fields: (t) => ({
    group: t.expose('group', {
      type: StudentGroupEnum,
      nullable: false,
      description: 'The group.',
    }),
    rate: t.expose('rate', {
      type: 'Decimal',
      nullable: true,
      description: 'How many percent of the group reached the stage; null where that is withheld.',
    }),
    comparisonRate: t.expose('comparisonRate', {
      type: 'Decimal',
      nullable: true,
      description:
        'How many percent of all other students did; null where that is withheld or there are none.',
    }),
    gapPoints: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The first less the second, in percentage points; below 0 the group is behind.',
      resolve: ({ rate, comparisonRate }) => pointsBetween(rate, comparisonRate),
    }),
    suppressed: t.boolean({
      nullable: false,
      description: WITHHELD,
      resolve: ({ rate }) => rate === null,
    }),
    definitionVersion: t.string({
      nullable: false,
      description: DEFINITION,
      resolve: () => PIPELINE_DEFINITION,
    }),
    asOf: t.expose('asOf', { type: 'DateTime', nullable: false, description: COUNTED_AT }),
  }),
});

builder.queryFields((t) => ({
  pipelineFunnel: t.field({
    type: [FunnelStage],
    nullable: true,
    classified: 'PUBLIC',
    description:
      'The 4 stages in their order, with the students who reached each by the end of a school year. A student counts at the last school that they attended in it.',
    args: {
      schoolYear: t.arg.string({ required: true, description: YEAR }),
      board: t.arg({
        type: WorkforceBoardCodeEnum,
        description: 'Only the region of this board; the whole state where neither is given.',
      }),
      schoolCode: t.arg({ type: 'DeseOrgCode', description: 'Only this school.' }),
      grade: t.arg.int({
        description: 'Only the grade that students were in, 6 to 12; 13 is beyond grade 12.',
      }),
    },
    resolve: async (_root, { schoolYear, board, schoolCode, grade }, context) => {
      if (board && schoolCode)
        throw badUserInput(
          '"board" and "schoolCode" cannot both be given. A school has one board.',
        );
      if (typeof grade === 'number' && !isGrade(grade))
        throw badUserInput(`"grade" cannot be ${grade}. It is 6 to 12, or 13.`);
      const place = schoolCode ?? board ?? STATE;
      return [...(await readFunnel(context, schoolYear, place, grade ?? ALL_GRADES))];
    },
  }),
  equityGaps: t.field({
    type: [EquityGap],
    nullable: true,
    classified: 'PUBLIC',
    description:
      'For each group of students, at most 16, at which rate they and all others reached a stage by the end of a school year. Groups of nobody are left out.',
    args: {
      schoolYear: t.arg.string({ required: true, description: YEAR }),
      board: t.arg({
        type: WorkforceBoardCodeEnum,
        description: 'Only the region of this board; the whole state where not given.',
      }),
      stage: t.arg({ type: CareerStageEnum, required: true, description: 'The stage.' }),
    },
    resolve: async (_root, { schoolYear, board, stage }, context) => [
      ...(await readGaps(context, schoolYear, board ?? STATE, stage)),
    ],
  }),
}));
