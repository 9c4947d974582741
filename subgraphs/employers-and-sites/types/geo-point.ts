import { defineGeoPoint } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';

export const GeoPoint = defineGeoPoint(builder);
