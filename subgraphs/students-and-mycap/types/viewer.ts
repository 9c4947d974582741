import { planRead } from '../../../platform/graphql/plan-read.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import { Student } from './student.ts';

/** The schools subgraph says who the viewer is; here stand the students they are or care for. */
const Viewer = builder.objectRef<object>('Viewer').implement({
  description: 'Who you are here.',
  classified: 'PUBLIC',
  fields: (t) => ({
    students: t.field({
      type: [Student],
      nullable: true,
      description:
        "The students of your token: a student themself, a parent's children; a dozen at most. Empty for all others.",
      resolve: (_viewer, _args, context, info) => {
        const { role, students = [] } = context.actor;
        if (role !== 'STUDENT' && role !== 'FAMILY') return [];
        const query = planRead({ context, info, typeName: 'Student' });
        const where = { AND: [{ id: { in: [...students] } }, visibleStudents(context.actor)] };
        return context.read.many('student', { ...query, where, orderBy: { id: 'asc' } });
      },
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: false,
    shareable: true,
    description: 'Who you are here, in which role, and for which students.',
    resolve: () => ({}),
  }),
);
