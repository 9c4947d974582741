import { planRead } from '../../../platform/graphql/plan-read.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import { RoleEnum } from './enums.ts';
import { Student } from './student.ts';

/** The schools subgraph says who the viewer is. There is one a request: the actor of this one. */
builder
  .externalRef('Viewer', builder.selection<{ role: Role }>('role'), (viewer) => viewer)
  .implement({
    description: 'As whom this request is made: there is one viewer a request.',
    classified: 'PUBLIC',
    externalFields: (t) => ({
      role: t.field({
        type: RoleEnum,
        nullable: false,
        description: 'In which role: one a request.',
      }),
    }),
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
