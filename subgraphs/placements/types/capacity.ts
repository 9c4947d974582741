import { builder } from '../builder.ts';
import { CAPACITY_DEFINITION } from '../domain/report-definitions.ts';
import { type Capacity, type ClusterCapacity, capacityVsDemand } from '../reports/capacity.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';
import { WorkforceBoardRef } from './foreign-refs.ts';

const ClusterCapacityType = builder.objectRef<ClusterCapacity>('ClusterCapacity').implement({
  description:
    'Open slots of one career cluster, against the students who are ready and interested.',
  classified: 'PUBLIC',
  fields: (t) => ({
    cluster: t.exposeString('cluster', { nullable: false, description: 'The career cluster.' }),
    openSlots: t.exposeInt('openSlots', {
      nullable: false,
      description: 'Open slots of its opportunities.',
    }),
    interestedStudents: t.exposeInt('interestedStudents', {
      nullable: true,
      description:
        'Students who are ready for immersion and have an open goal in it; one student may be in several clusters. Null where suppressed.',
    }),
    suppressed: t.exposeBoolean('suppressed', {
      nullable: false,
      description:
        'Whether the number of students is not shown, for it is small or would tell one.',
    }),
  }),
});

const CapacityDemand = builder.objectRef<Capacity>('CapacityDemand').implement({
  description: 'What is offered in a region against who is ready for it.',
  classified: 'PUBLIC',
  fields: (t) => ({
    openSlots: t.exposeInt('openSlots', {
      nullable: false,
      description: 'Open slots of opportunities that begin in the year, are open and not over.',
    }),
    paidSlots: t.exposeInt('paidSlots', {
      nullable: false,
      description: 'Those of them with pay: by the employer, a sponsor or as a stipend.',
    }),
    studentsReadyForImmersion: t.exposeInt('studentsReadyForImmersion', {
      nullable: true,
      description:
        'Enrolled students who today are in Immersion, or in Exploration in grade 10 or later, and have no placement arranged or under way. Null where suppressed.',
    }),
    unmetDemand: t.exposeInt('unmetDemand', {
      nullable: true,
      description: 'How many more such students there are than open slots. Null where suppressed.',
    }),
    byCluster: t.field({
      type: [ClusterCapacityType],
      nullable: false,
      description: 'The same by career cluster, all 16 of them.',
      resolve: ({ byCluster }) => [...byCluster],
    }),
    asOf: t.field({
      type: 'DateTime',
      nullable: false,
      description: 'When it was counted: now.',
      resolve: (_capacity, _args, { now }) => now,
    }),
    definitionVersion: t.string({
      nullable: false,
      description: 'Which definition was counted by.',
      resolve: () => CAPACITY_DEFINITION.version,
    }),
  }),
});

WorkforceBoardRef.implement({
  description:
    'A MassHire workforce board, formerly "Workforce Investment Board": it connects the schools and businesses of its region.',
  classified: 'PUBLIC',
  externalFields: (t) => ({
    code: t.field({
      type: WorkforceBoardCodeEnum,
      nullable: false,
      description: 'Which of the 16 boards.',
    }),
  }),
  fields: (t) => ({
    capacityVsDemand: t.field({
      type: CapacityDemand,
      nullable: true,
      description: 'Open slots of a fiscal year against the students who are ready for them today.',
      args: {
        fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'Which year.' }),
      },
      resolve: ({ code }, { fiscalYear }, context, info) =>
        capacityVsDemand(context, info, code, fiscalYear),
    }),
  }),
});
