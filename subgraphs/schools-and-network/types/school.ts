import { visibleAgreements } from '../access.ts';
import { builder } from '../builder.ts';
import { agreementInForce } from '../domain/agreement-in-force.ts';
import { isHighSchool } from '../domain/high-school.ts';
import { tierIn } from '../domain/tier.ts';
import { findSchool } from '../entities.ts';
import { locationOf } from '../network-map.ts';
import { fiscalYearNow } from '../today.ts';
import { NetworkTierEnum, SchoolTypeEnum } from './enums.ts';
import { GeoPoint } from './geo-point.ts';
import { NetworkMembership } from './network-membership.ts';
import { PartnershipAgreement } from './partnership-agreement.ts';
import { StaffContact } from './staff-contact.ts';

export const School = builder.prismaObject('School', {
  description: 'A public school of Massachusetts with middle or high school grades.',
  classified: 'PUBLIC',
  fields: (t) => ({
    deseCode: t.expose('deseCode', {
      type: 'DeseOrgCode',
      nullable: false,
      description: 'The DESE code.',
    }),
    ncesId: t.exposeString('ncesId', { description: 'The federal number of the school.' }),
    name: t.exposeString('name', { nullable: false, description: 'Its name.' }),
    district: t.relation('district', { nullable: false, description: 'The district it is in.' }),
    schoolType: t.expose('schoolType', {
      type: SchoolTypeEnum,
      nullable: false,
      description: 'What kind of school it is.',
    }),
    grades: t.exposeIntList('grades', {
      nullable: false,
      description: 'The grades it teaches, kindergarten being 0; at most 14.',
    }),
    town: t.exposeString('town', { nullable: false, description: 'The town its building is in.' }),
    location: t.field({
      type: GeoPoint,
      description: 'Where its building is. Null where nobody said.',
      resolve: locationOf,
    }),
    board: t.relation('board', {
      nullable: false,
      description: 'The board of its region: that of its town, unless a board overrode it.',
    }),
    enrollment: t.relation('enrollment', {
      nullable: false,
      description: 'How many students it has, by school year and grade; at most 14 a year.',
      args: {
        schoolYear: t.arg.string({ description: 'Only this school year, such as `2025-2026`.' }),
      },
      query: ({ schoolYear }) => ({
        where: { schoolYear: schoolYear ?? undefined },
        orderBy: [{ schoolYear: 'asc' }, { grade: 'asc' }],
      }),
    }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      description: 'When it closed. Null while it is open.',
    }),
    highSchool: t.boolean({
      nullable: false,
      description: 'Whether it teaches any of the grades 9 to 12.',
      resolve: ({ grades }) => isHighSchool(grades),
    }),
    tier: t.field({
      type: NetworkTierEnum,
      nullable: false,
      description:
        'How it takes part in the network today: by an agreement in force, by a membership, or not.',
      resolve: (school, _args, context) => tierIn(fiscalYearNow(context), school),
    }),
    membership: t.field({
      type: NetworkMembership,
      nullable: true,
      description: 'When and how it joined the network. Null where it did not, or left.',
      select: (_args, _context, nested) => ({
        memberships: nested({ where: { leftOn: null } }),
      }),
      resolve: ({ memberships: [membership] }) => membership ?? null,
    }),
    partnership: t.field({
      type: PartnershipAgreement,
      nullable: true,
      description:
        'The agreement that covers it in the current fiscal year, an active one first. Null where there is none that you may see.',
      select: (_args, { actor, now }, nested) => ({
        agreements: {
          where: {
            agreement: {
              AND: [{ fiscalYear: fiscalYearNow({ now }) }, visibleAgreements(actor)],
            },
          },
          orderBy: { agreementId: 'asc' as const },
          select: { agreement: nested(true) },
        },
      }),
      resolve: ({ agreements }) => agreementInForce(agreements.map(({ agreement }) => agreement)),
    }),
    pathways: t.relation('pathways', {
      nullable: false,
      query: { orderBy: { id: 'asc' } },
      description: 'Its pathway programs; a few dozen at most.',
    }),
    coordinators: t.relation('staff', {
      nullable: false,
      query: { where: { coordinator: true }, orderBy: { id: 'asc' } },
      description: 'Who coordinates work-based learning and career development here; a few.',
    }),
    careerSpecialists: t.field({
      type: [StaffContact],
      nullable: false,
      description:
        'Career Specialists whom a partner organization has working at the school; a few.',
      select: (_args, _context, nested) => ({
        specialists: {
          select: { contact: nested(true) },
          orderBy: { contactId: 'asc' as const },
        },
      }),
      resolve: ({ specialists }) => specialists.map(({ contact }) => contact),
    }),
  }),
});

builder.asEntity(School, {
  key: builder.selection<{ deseCode: string }>('deseCode'),
  resolveReference: ({ deseCode }, context, info) => findSchool(context, deseCode, info),
});
