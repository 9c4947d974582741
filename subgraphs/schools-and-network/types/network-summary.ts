import { builder } from '../builder.ts';
import { type NetworkSummary, summarizeNetwork } from '../network-summary.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';

const NetworkSummaryRef = builder.objectRef<NetworkSummary>('NetworkSummary').implement({
  description: 'How many of the open high schools are in the School Network.',
  classified: 'PUBLIC',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'Date',
      nullable: false,
      description: 'The day it was counted.',
    }),
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The fiscal year of that day, whose agreements make partners.',
    }),
    highSchools: t.exposeInt('highSchools', {
      nullable: false,
      description: 'Open schools that teach any of the grades 9 to 12.',
    }),
    partners: t.exposeInt('partners', {
      nullable: false,
      description: 'Those that an agreement in force covers.',
    }),
    members: t.exposeInt('members', {
      nullable: false,
      description: 'Those that joined by the form, and are not partners.',
    }),
    inNetwork: t.exposeInt('inNetwork', {
      nullable: false,
      description: 'Partners and members together.',
    }),
    share: t.expose('share', {
      type: 'Decimal',
      description:
        'The part of the high schools that is in the network, in percent with one decimal. Null where there is no high school.',
    }),
  }),
});

builder.queryField('networkSummary', (t) =>
  t.field({
    type: NetworkSummaryRef,
    nullable: true,
    description:
      'How many of the high schools are in the School Network, in the state or a region.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'Only in this region.' }),
    },
    resolve: (_root, { board }, context) => summarizeNetwork(context, board),
  }),
);
