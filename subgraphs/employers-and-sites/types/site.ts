import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { visibleOpportunities, visibleSupervisors } from '../access.ts';
import { builder } from '../builder.ts';
import { findSite } from '../entities.ts';
import { MAX_LIST } from '../limits.ts';
import { OpportunityStatusEnum, SiteSettingEnum } from './enums.ts';
import { WorkforceBoardRef } from './foreign-refs.ts';
import { GeoPoint } from './geo-point.ts';
import { SiteOnboarding } from './site-onboarding.ts';

export const Site = builder.prismaObject('Site', {
  description: 'Where an employer has students work. Sites are counted, not employers.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    employer: t.relation('employer', { nullable: false, description: 'Whose site it is.' }),
    board: t.field({
      type: WorkforceBoardRef,
      description: 'The workforce board in whose region it is.',
      resolve: ({ boardCode }) => ({ code: boardCode }),
    }),
    version: t.exposeInt('version', {
      nullable: false,
      description: 'Goes up by one with every change; send it back with a change of yours.',
    }),
    name: t.exposeString('name', { nullable: false, description: 'What it is called.' }),
    address: t.exposeString('address', {
      description: 'The street address of the workplace; null where it is virtual and has none.',
    }),
    town: t.exposeString('town', { nullable: false, description: 'The city or town.' }),
    location: t.field({
      type: GeoPoint,
      description: 'Where it is on the map; null where it is virtual and has no place.',
      resolve: ({ lat, lon }) => (lat === null || lon === null ? null : { lat, lon }),
    }),
    setting: t.expose('setting', {
      type: SiteSettingEnum,
      nullable: false,
      description: 'Where the work is done.',
    }),
    onboarding: t.field({
      type: SiteOnboarding,
      nullable: false,
      description: 'How far it is prepared for hosting students.',
      resolve: (site) => site,
    }),
    supervisors: t.relation('supervisors', {
      nullable: false,
      description: `Who supervises students here now, in the order of ids; at most ${MAX_LIST}.`,
      query: (_args, { actor, now }) => {
        const here = {
          OR: [{ leftOn: null }, { leftOn: { gt: new Date(dayInMassachusetts(now)) } }],
        };
        return {
          where: { AND: [here, visibleSupervisors(actor)] },
          orderBy: { id: 'asc' },
          take: MAX_LIST,
        };
      },
    }),
    accommodations: t.exposeStringList('accommodations', {
      nullable: true,
      classified: 'STAFF_DIRECTORY',
      description: 'What the site can do for who needs it, in its own words; a few.',
    }),
    opportunities: t.relation('opportunities', {
      nullable: false,
      description: `What it offers, the soonest first; at most ${MAX_LIST}.`,
      args: {
        status: t.arg({
          type: OpportunityStatusEnum,
          defaultValue: 'OPEN',
          description: 'Only those in this status. Null for all that you may see.',
        }),
        asOf: t.arg({
          type: 'Date',
          description: 'Only those that have not ended before this day.',
        }),
      },
      query: ({ status, asOf }, { actor }) => ({
        where: {
          AND: [
            { status: status ?? undefined, endDate: asOf ? { gte: asOf } : undefined },
            visibleOpportunities(actor),
          ],
        },
        orderBy: [{ startDate: 'asc' }, { id: 'asc' }],
        take: MAX_LIST,
      }),
    }),
  }),
});

builder.asEntity(Site, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findSite(context, id, info),
});
