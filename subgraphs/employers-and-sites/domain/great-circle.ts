/** The mean radius of the earth (IUGG), in miles. */
export const EARTH_RADIUS_MILES = 3958.7613;

export type Point = { readonly lat: number; readonly lon: number };
export type Range = { readonly min: number; readonly max: number };
export type Box = { readonly lat: Range; readonly lon: Range };

const DEGREES = 180 / Math.PI;
const EVERY_LONGITUDE: Range = { min: -180, max: 180 };
/** Degrees added on all sides, about four inches: rounding must not cut a point off the circle's edge. */
const SLACK = 1e-6;

/**
 * A box of degrees that no point within so many miles lies outside of, in which an index can look.
 * Its corners are farther than that. Where it would reach a pole or the date line, it goes all
 * around the globe.
 */
export function boxAround({ lat, lon }: Point, miles: number): Box {
  const angle = miles / EARTH_RADIUS_MILES;
  const height = angle * DEGREES + SLACK;
  const latitudes = { min: lat - height, max: lat + height };
  if (latitudes.min <= -90 || latitudes.max >= 90) return { lat: latitudes, lon: EVERY_LONGITUDE };
  const width = Math.asin(Math.sin(angle) / Math.cos(lat / DEGREES)) * DEGREES + SLACK;
  const longitudes = { min: lon - width, max: lon + width };
  const crosses = longitudes.min < -180 || longitudes.max > 180;
  return { lat: latitudes, lon: crosses ? EVERY_LONGITUDE : longitudes };
}
