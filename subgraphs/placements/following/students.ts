import { z } from 'zod';
import { boardCode, day, deseCode, mirror } from './mirror.ts';

const enrollment = z.object({ schoolCode: deseCode, enteredOn: day, leftOn: day.nullish() });
const consent = z.object({
  id: z.uuid(),
  basis: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  grantedOn: day,
  expiresOn: day.nullish(),
  revokedOn: day.nullish(),
});

export const followStudents = mirror({
  table: 'student_ref',
  key: ['student_id', 'uuid'],
  keyField: 'id',
  body: z.object({
    id: z.uuid(),
    schoolCode: deseCode,
    boardCode,
    grade: z.int(),
    bornOn: day,
    cohort: z.int(),
    enrollmentStatus: z.string(),
    graduatedOn: day.nullish(),
    concentrator: z.boolean(),
    programId: z.uuid().nullish(),
    groups: z.array(z.string()),
    currentStage: z.string().nullish(),
    furthestStage: z.string().nullish(),
    planId: z.uuid().nullish(),
    goalIds: z.array(z.uuid()).default([]),
    interests: z.array(z.string()).default([]),
    enrollments: z.array(enrollment).default([]),
    consents: z.array(consent).default([]),
  }),
  columns: [
    ['school_code', 'schoolCode', 'bpchar'],
    ['board_code', 'boardCode', '"WorkforceBoardCode"'],
    ['grade', 'grade', 'int'],
    ['born_on', 'bornOn', 'date'],
    ['cohort', 'cohort', 'int'],
    ['enrollment_status', 'enrollmentStatus', 'text'],
    ['graduated_on', 'graduatedOn', 'date'],
    ['concentrator', 'concentrator', 'boolean'],
    ['program_id', 'programId', 'uuid'],
    ['groups', 'groups', 'text[]'],
    ['current_stage', 'currentStage', 'text'],
    ['furthest_stage', 'furthestStage', 'text'],
    ['plan_id', 'planId', 'uuid'],
    ['goal_ids', 'goalIds', 'uuid[]'],
    ['interests', 'interests', 'text[]'],
    ['enrollments', 'enrollments', 'jsonb'],
    ['consents', 'consents', 'jsonb'],
  ],
});
