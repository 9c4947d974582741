import { builder } from '../builder.ts';
import type { MappedSchool } from '../network-map.ts';
import { NetworkTierEnum } from './enums.ts';
import { GeoPoint } from './geo-point.ts';
import { School } from './school.ts';

export const MapFeature = builder.objectRef<MappedSchool>('MapFeature').implement({
  description: 'A school on the network map.',
  classified: 'PUBLIC',
  fields: (t) => ({
    school: t.field({
      type: School,
      nullable: false,
      description: 'The school.',
      resolve: ({ school }) => school,
    }),
    tier: t.expose('tier', {
      type: NetworkTierEnum,
      nullable: false,
      description: 'How it takes part in the network.',
    }),
    location: t.expose('location', {
      type: GeoPoint,
      nullable: false,
      description: 'Where it is.',
    }),
    textEquivalent: t.exposeString('textEquivalent', {
      nullable: false,
      description: 'The same in one sentence, for who does not see the map.',
    }),
  }),
});
