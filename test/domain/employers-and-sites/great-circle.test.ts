import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxAround,
  EARTH_RADIUS_MILES,
  type Point,
} from '../../../subgraphs/employers-and-sites/domain/great-circle.ts';

const RADIANS = Math.PI / 180;
const MADISON_PARK = { lat: 42.331918, lon: -71.09088 };

/** Where one gets from a point by so many miles in a direction (radians from north). */
function travel({ lat, lon }: Point, miles: number, bearing: number): Point {
  const [angle, from] = [miles / EARTH_RADIUS_MILES, lat * RADIANS];
  const to = Math.asin(
    Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(bearing),
  );
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(from),
    Math.cos(angle) - Math.sin(from) * Math.sin(to),
  );
  return { lat: to / RADIANS, lon: ((lon + east / RADIANS + 540) % 360) - 180 };
}

const isIn = ({ lat, lon }: Point, box: ReturnType<typeof boxAround>) =>
  lat >= box.lat.min && lat <= box.lat.max && lon >= box.lon.min && lon <= box.lon.max;

describe('the box around a circle', () => {
  it('holds every point of the circle, anywhere on the globe', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ lat: degrees(90), lon: degrees(180) }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        degrees(Math.PI),
        (center, miles, bearing) => isIn(travel(center, miles, bearing), boxAround(center, miles)),
      ),
    );
  });

  it('touches the circle in the north, south, east and west', () => {
    const box = boxAround(MADISON_PARK, 3);
    expect(box.lat.max - MADISON_PARK.lat).toBeCloseTo(0.04342, 4);
    expect(MADISON_PARK.lat - box.lat.min).toBeCloseTo(0.04342, 4);
    expect(box.lon.max - MADISON_PARK.lon).toBeCloseTo(0.05874, 4);
    expect(MADISON_PARK.lon - box.lon.min).toBeCloseTo(0.05874, 4);
  });

  it.each([
    { place: 'a pole', center: { lat: 89.9, lon: 0 } },
    { place: 'the date line', center: { lat: 0, lon: 179.99 } },
    { place: 'the date line from the east', center: { lat: 0, lon: -179.99 } },
  ])('goes around the globe at $place', ({ center }) => {
    expect(boxAround(center, 10).lon).toEqual({ min: -180, max: 180 });
  });
});
