import { builder } from '../builder.ts';
import { findPlan } from '../plans.ts';
import { findStudent } from '../students.ts';
import { MyCapPlan } from '../types/my-cap-plan.ts';
import { Student } from '../types/student.ts';

/** The payload of a mutation that changes a student. */
export const studentPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly studentId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      student: t.field({
        type: Student,
        description: 'The student. Null where they have left what you may see.',
        resolve: ({ studentId }, _args, context, info) => findStudent(context, studentId, info),
      }),
    }),
  });

/** The payload of a mutation that changes a plan. */
export const planPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly planId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      plan: t.field({
        type: MyCapPlan,
        description: 'The plan as it stands now.',
        resolve: ({ planId }, _args, context, info) => findPlan(context, planId, info),
      }),
    }),
  });
