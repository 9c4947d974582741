import { builder } from '../builder.ts';
import { shownAttendance } from '../domain/attendance.ts';
import { findCareerEvent } from '../entities.ts';
import { MAX_LIST } from '../limits.ts';
import { Employer } from './employer.ts';
import { CareerEventTypeEnum, CareerStageEnum } from './enums.ts';
import { SchoolRef, WorkforceBoardRef } from './foreign-refs.ts';

export const CareerEvent = builder.prismaObject('CareerEvent', {
  description: 'Something that schools and employers held together, short of a placement.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    type: t.expose('type', {
      type: CareerEventTypeEnum,
      nullable: false,
      description: 'What kind it is.',
    }),
    stage: t.expose('stage', {
      type: CareerStageEnum,
      nullable: false,
      description: 'The stage of the Career Development Model that it serves.',
    }),
    board: t.field({
      type: WorkforceBoardRef,
      description: 'The workforce board in whose region it is held; null where nobody said.',
      resolve: ({ boardCode }) => (boardCode ? { code: boardCode } : null),
    }),
    title: t.exposeString('title', { nullable: false, description: 'What it is called.' }),
    startDate: t.expose('startDate', {
      type: 'Date',
      nullable: false,
      description: 'The first day.',
    }),
    endDate: t.expose('endDate', { type: 'Date', nullable: false, description: 'The last day.' }),
    hostEmployers: t.field({
      type: [Employer],
      nullable: false,
      description: `The employers that hosted it, in the order of ids; at most ${MAX_LIST}.`,
      select: (_args, _context, nested) => ({
        hosts: { orderBy: { employerId: 'asc' }, take: MAX_LIST, select: { employer: nested() } },
      }),
      resolve: ({ hosts }) => hosts.map(({ employer }) => employer),
    }),
    partners: t.exposeStringList('partners', {
      nullable: false,
      description: 'Other organizations that took part, by name; a few.',
    }),
    schools: t.field({
      type: [SchoolRef],
      nullable: true,
      description: `The schools that took part, in the order of codes; at most ${MAX_LIST}.`,
      select: { schools: { orderBy: { schoolCode: 'asc' }, take: MAX_LIST } },
      resolve: ({ schools }) => schools.map(({ schoolCode: deseCode }) => ({ deseCode })),
    }),
    attendance: t.int({
      description: 'How many came. Null where nobody counted, and where it was from 1 to 5 people.',
      resolve: (event) => shownAttendance(event.attendance),
    }),
    virtual: t.exposeBoolean('virtual', {
      nullable: false,
      description: 'Whether it was held online.',
    }),
  }),
});

builder.asEntity(CareerEvent, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findCareerEvent(context, id, info),
});
