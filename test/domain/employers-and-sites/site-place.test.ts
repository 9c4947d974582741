import { expect, it } from 'vitest';
import {
  type SitePlace,
  sitePlaceFit,
} from '../../../subgraphs/employers-and-sites/domain/site-place.ts';

const BOSTON: SitePlace = {
  setting: 'OUTSIDE_SCHOOL',
  address: '1 Invented Street',
  lat: 42.33,
  lon: -71.09,
};

it.each([
  { what: 'in Boston', place: {}, status: 'fits' },
  { what: 'on the southern bound', place: { lat: 41.18 }, status: 'fits' },
  { what: 'south of it', place: { lat: 41.179 }, status: 'outside-massachusetts' },
  { what: 'on the northern bound', place: { lat: 42.89 }, status: 'fits' },
  { what: 'north of it', place: { lat: 42.891 }, status: 'outside-massachusetts' },
  { what: 'on the western bound', place: { lon: -73.51 }, status: 'fits' },
  { what: 'west of it', place: { lon: -73.511 }, status: 'outside-massachusetts' },
  { what: 'on the eastern bound', place: { lon: -69.85 }, status: 'fits' },
  { what: 'east of it', place: { lon: -69.849 }, status: 'outside-massachusetts' },
  { what: 'with its signs lost', place: { lon: 71.09 }, status: 'outside-massachusetts' },
  { what: 'without an address', place: { address: null }, status: 'has-no-place' },
  { what: 'without a point', place: { lat: null, lon: null }, status: 'has-no-place' },
  {
    what: 'in school, without a point',
    place: { setting: 'IN_SCHOOL', lat: null },
    status: 'has-no-place',
  },
  {
    what: 'virtual, without a place',
    place: { setting: 'VIRTUAL', address: null, lat: null, lon: null },
    status: 'fits',
  },
  {
    what: 'virtual, with an office far away',
    place: { setting: 'VIRTUAL', lat: 37.77, lon: -122.4 },
    status: 'fits',
  },
] as const)('a site $what: $status', ({ place, status }) => {
  expect(sitePlaceFit({ ...BOSTON, ...place })).toEqual({ status });
});
