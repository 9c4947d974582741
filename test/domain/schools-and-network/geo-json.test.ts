import { expect, it } from 'vitest';
import { geoJson } from '../../../subgraphs/schools-and-network/domain/geo-json.ts';

it('the map as GeoJSON is a FeatureCollection whose points have longitude first', () => {
  const school = {
    deseCode: '99010505',
    name: 'Cranberry Bog High School',
    town: 'Somerville',
    boardCode: 'METRO_NORTH',
    tier: 'PARTNER' as const,
    textEquivalent: 'A partner.',
  };
  const text = geoJson([{ ...school, location: { lat: 42.39, lon: -71.1 } }]);
  expect(JSON.parse(text)).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: '99010505',
        geometry: { type: 'Point', coordinates: [-71.1, 42.39] },
        properties: school,
      },
    ],
  });
});

it('the map of no school is an empty FeatureCollection', () => {
  expect(JSON.parse(geoJson([]))).toEqual({ type: 'FeatureCollection', features: [] });
});
