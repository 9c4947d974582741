import { planRead } from '../../../platform/graphql/plan-read.ts';
import { builder } from '../builder.ts';
import { geoJson } from '../domain/geo-json.ts';
import { mappedSchools } from '../network-map.ts';
import { NetworkTierEnum, WorkforceBoardCodeEnum } from './enums.ts';
import { MapFeature } from './map-feature.ts';
import { groupByRegion, RegionText } from './region-text.ts';

const mapArgs = builder.args((t) => ({
  tiers: t.field({
    type: [NetworkTierEnum],
    description: 'Only these tiers, at most all three; every tier where not given.',
  }),
  boards: t.field({
    type: [WorkforceBoardCodeEnum],
    description: 'Only these regions, at most all 16; the whole state where not given.',
  }),
}));

builder.queryFields((t) => ({
  networkMap: t.field({
    type: [MapFeature],
    nullable: true,
    description:
      'The schools on the map, grouped by region: all that have a location, in one list without pages. It is bound by the schools of the state, about 1,000.',
    directives: { listSize: { assumedSize: 1000 } },
    args: mapArgs,
    resolve: (_root, filter, context, info) => {
      const query = planRead({ context, info, typeName: 'School', path: ['school'] });
      return mappedSchools(context, filter, query);
    },
  }),
  networkMapText: t.field({
    type: [RegionText],
    nullable: true,
    description:
      'The text equivalent of the map: region by region, a sentence for each school. At most all 16 regions.',
    directives: { listSize: { assumedSize: 16 } },
    args: mapArgs,
    resolve: async (_root, filter, context) => groupByRegion(await mappedSchools(context, filter)),
  }),
  networkMapGeoJson: t.string({
    nullable: true,
    description:
      'The map as GeoJSON: the text of a FeatureCollection of RFC 7946, a point for each school with its name, town, region, tier and text equivalent.',
    args: mapArgs,
    resolve: async (_root, filter, context) => geoJson(await mappedSchools(context, filter)),
  }),
}));
