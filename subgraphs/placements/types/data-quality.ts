import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { builder } from '../builder.ts';
import { DATA_QUALITY_DEFINITION } from '../domain/report-definitions.ts';
import {
  countOf,
  DATA_QUALITY_CHECKS,
  type DataQuality,
  type DataQualityCheck,
  placementsOf,
} from '../reports/data-quality.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';
import { Placement } from './placement.ts';

const DataQualityCheckEnum = describedEnum(
  builder,
  'DataQualityCheck',
  'What is looked for. The type of pay is never missing: no placement is written without it.',
  {
    MISSING_WAGE: 'Paid by the hour, and no wage is known.',
    MISSING_PARTICIPANT: 'Of a student who is not known, so that nobody can count them once.',
    MISSING_BASELINE: 'Active for more than 14 days, and without a baseline review.',
    SHORT_OF_HOURS:
      'An internship, a clinical practicum or a capstone that ends within 21 days, or should have ended, with fewer than 100 hours.',
  },
);
const CHECKS = Object.keys(DATA_QUALITY_CHECKS) as DataQualityCheck[];

const DataQualityFinding = builder.objectRef<DataQuality>('DataQualityFinding').implement({
  description: 'What is missing from some placements of a board.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    check: t.expose('check', {
      type: DataQualityCheckEnum,
      nullable: true,
      description: 'What was looked for.',
    }),
    count: t.int({
      nullable: true,
      description: 'How many placements that you may see it is missing from.',
      resolve: (finding, _args, context) => countOf(context, finding),
    }),
    placements: t.field({
      type: [Placement],
      nullable: true,
      description: 'Those placements, the newest first; at most 100.',
      resolve: (finding, _args, context, info) => placementsOf(context, finding, info),
    }),
  }),
});

type Report = { readonly board: WorkforceBoardCode };
const DataQualityReport = builder.objectRef<Report>('DataQualityReport').implement({
  description: 'What is missing from the placements of a board.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    board: t.expose('board', {
      type: WorkforceBoardCodeEnum,
      nullable: true,
      description: 'Of which board.',
    }),
    asOf: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of what was counted: today.',
      resolve: (_report, _args, { now }) => new Date(dayInMassachusetts(now)),
    }),
    definitionVersion: t.string({
      nullable: true,
      description: 'Which definition was counted by.',
      resolve: () => DATA_QUALITY_DEFINITION.version,
    }),
    findings: t.field({
      type: [DataQualityFinding],
      nullable: true,
      description: 'One a check, at most 10.',
      resolve: ({ board }) => CHECKS.map((check) => ({ board, check })),
    }),
  }),
});

builder.queryField('dataQuality', (t) =>
  t.field({
    type: DataQualityReport,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'What is missing from the placements of a board that you may see.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, required: true, description: 'Which board.' }),
    },
    resolve: (_root, { board }) => ({ board }),
  }),
);
