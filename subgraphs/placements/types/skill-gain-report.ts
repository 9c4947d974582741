import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import type { SuppressionReason } from '../../../platform/small-numbers/small.ts';
import { builder } from '../builder.ts';
import { SKILL_GAIN_DEFINITION } from '../domain/report-definitions.ts';
import type { SkillGainCell as Cell } from '../generated/client/client.ts';
import { type GainReport, skillGainOf } from '../reports/skill-gain/read-gain.ts';
import { EmployabilitySkillEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { SuppressionReasonEnum } from './perkins.ts';

const SkillGainGroupEnum = describedEnum(builder, 'SkillGainGroup', 'What a row is about.', {
  ALL: 'The whole state, or the whole board that is asked for.',
  BOARD: 'A board.',
  SCHOOL: 'A school of the board that is asked for.',
});

const HUNDREDTHS = 100;
const gainOf = ({ meanBaseline, meanFinal }: Cell) =>
  meanBaseline === null || meanFinal === null
    ? null
    : Math.round((meanFinal - meanBaseline) * HUNDREDTHS) / HUNDREDTHS;

const SkillGainCell = builder.objectRef<Cell>('SkillGainCell').implement({
  description: 'What the students of one place gained in one employability skill, on average.',
  classified: 'PUBLIC',
  fields: (t) => ({
    label: t.exposeString('label', {
      nullable: false,
      description: 'The place: the state, the code of a board, or the name of a school.',
    }),
    employabilitySkill: t.expose('skill', {
      type: EmployabilitySkillEnum,
      nullable: false,
      description: 'The skill.',
    }),
    students: t.exposeInt('students', {
      nullable: true,
      description: 'Students with a baseline and a final review. Null where suppressed.',
    }),
    meanBaseline: t.expose('meanBaseline', {
      type: 'Decimal',
      nullable: true,
      description:
        'The mean of their first ratings. Null where suppressed or where there are none.',
    }),
    meanFinal: t.expose('meanFinal', {
      type: 'Decimal',
      nullable: true,
      description: 'The mean of their last ratings. Null where suppressed or where there are none.',
    }),
    meanGain: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Final less baseline. Null where suppressed or where there are none.',
      resolve: gainOf,
    }),
    suppressed: t.boolean({
      nullable: false,
      description:
        'Whether the numbers are not shown, for they are of a few or would tell of a few.',
      resolve: ({ suppressed }) => suppressed !== null,
    }),
    suppressionReason: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      description: 'Why they are not shown; null where they are.',
      resolve: ({ suppressed }) => suppressed as SuppressionReason | null,
    }),
  }),
});

const SkillGainReport = builder.objectRef<GainReport>('SkillGainReport').implement({
  description:
    'Skill gain of a fiscal year, from baseline to final review: each student once, by their last placement of the year with both.',
  classified: 'PUBLIC',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The year in which the placements began.',
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: false,
      description: 'When it was counted: it is kept, and counted again once its source has moved.',
    }),
    definitionVersion: t.string({
      nullable: false,
      description: 'Which definition was counted by.',
      resolve: () => SKILL_GAIN_DEFINITION.version,
    }),
    cells: t.field({
      type: [SkillGainCell],
      nullable: false,
      description: 'Six rows a place, one a skill; at most the 16 boards or the schools of one.',
      resolve: ({ cells }) => [...cells],
    }),
  }),
});

builder.queryField('skillGain', (t) =>
  t.field({
    type: SkillGainReport,
    nullable: false,
    classified: 'PUBLIC',
    description: 'What students gained in the six employability skills, by board or school.',
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'Which year.' }),
      groupBy: t.arg({
        type: SkillGainGroupEnum,
        required: true,
        defaultValue: 'ALL',
        description: 'What a row is about.',
      }),
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'Of this board alone.' }),
    },
    resolve: (_root, { board, ...asked }, context) =>
      skillGainOf(context, { ...asked, board: board ?? null }),
  }),
);
