import { builder } from '../builder.ts';
import { OutcomeEnum, PurposeEnum, RoleEnum } from './enums.ts';

export const AccessLogEntry = builder.prismaObject('AccessLogEntry', {
  description:
    'One request in which parts of one record were shown to somebody, or refused (603 CMR 23.07, 34 CFR 99.32).',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    person: t.exposeString('person', { description: 'Who asked.' }),
    position: t.exposeString('position', { description: 'As what they are employed.' }),
    organization: t.exposeString('organization', { description: 'Whom they asked for.' }),
    role: t.expose('role', { type: RoleEnum, description: 'In which role.' }),
    student: t.exposeID('studentId', { description: "Whose record: the student's opaque id." }),
    parts: t.exposeStringList('parts', {
      description: 'The fields that were shown or refused; at most 500.',
    }),
    purpose: t.expose('purpose', { type: PurposeEnum, description: 'The declared purpose.' }),
    agreement: t.exposeID('agreement', {
      description: 'The data-sharing agreement it was decided by.',
    }),
    agreementVersion: t.exposeInt('agreementVersion', {
      description: 'Which version of the agreement.',
    }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What came of it.' }),
    code: t.exposeString('code', {
      description: 'The code of the refusal; null where it was shown.',
    }),
  }),
});
