import { builder } from '../builder.ts';
import { findPlan } from '../plans.ts';
import { CareerStageEnum, MyCapDomainEnum, PlanStatusEnum } from './enums.ts';
import { StaffContactRef } from './foreign-refs.ts';

export const MyCapPlan = builder.prismaObject('MyCapPlan', {
  description:
    "A student's multi-year plan in three domains: My Career and Academic Plan. Districts also call it an individualized student success plan.",
  classified: 'EDUCATION_RECORD',
  record: 'student { id }',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    student: t.relation('student', {
      nullable: true,
      description: 'Whose plan it is; the student is its primary author.',
    }),
    localName: t.exposeString('localName', {
      description:
        'What the district calls the plan, such as "Individualized Student Success Plan"; null where it is "MyCAP".',
    }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'The first day of the plan.' }),
    version: t.exposeInt('version', {
      description: 'One more for each change: send it as `expectedVersion`.',
    }),
    status: t.expose('status', {
      type: PlanStatusEnum,
      description: 'Where the plan stands for the current grade.',
    }),
    currentStage: t.expose('currentStage', {
      type: CareerStageEnum,
      description:
        'The stage of the Career Development Model, as recorded; never derived from the grade.',
    }),
    furthestStage: t.expose('furthestStage', {
      type: CareerStageEnum,
      description: 'The furthest stage ever recorded.',
    }),
    advisor: t.field({
      type: StaffContactRef,
      description: 'The caring adult who guides the plan.',
      resolve: ({ advisorId }) => (advisorId ? { id: advisorId } : null),
    }),
    goals: t.relation('goals', {
      nullable: true,
      query: { orderBy: { id: 'asc' } },
      description: 'The goals of the plan; a few.',
    }),
    milestones: t.relation('milestones', {
      nullable: true,
      description: 'The milestones by domain and grade; some dozens at most.',
      args: {
        domain: t.arg({ type: MyCapDomainEnum, description: 'Only this domain.' }),
        grade: t.arg.int({ description: 'Only this grade.' }),
      },
      query: ({ domain, grade }) => ({
        where: { domain: domain ?? undefined, grade: grade ?? undefined },
        orderBy: [{ grade: 'asc' }, { id: 'asc' }],
      }),
    }),
    activities: t.relation('activities', {
      nullable: true,
      description: 'What the student did, in the order of dates; some dozens at most.',
      args: { stage: t.arg({ type: CareerStageEnum, description: 'Only this stage.' }) },
      query: ({ stage }) => ({
        where: { stage: stage ?? undefined },
        orderBy: [{ date: 'asc' }, { id: 'asc' }],
      }),
    }),
    stageHistory: t.relation('stageHistory', {
      nullable: true,
      query: { orderBy: { at: 'asc' } },
      description: 'Every recorded move between stages, in the order of time; a dozen at most.',
    }),
    massCoreOnTrack: t.exposeBoolean('massCoreOnTrack', {
      description: 'Whether the student is on track to complete MassCore. Null where nobody said.',
    }),
    fafsaCompleted: t.exposeBoolean('fafsaCompleted', {
      classified: 'FINANCIAL',
      description: 'Whether the student completed the FAFSA. Null where nobody said.',
    }),
    reviewedWithFamilyOn: t.expose('reviewedWithFamilyOn', {
      type: 'Date',
      description: 'When the plan was last reviewed with the family.',
    }),
  }),
});

builder.asEntity(MyCapPlan, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPlan(context, id, info),
});
