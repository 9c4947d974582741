import type { Box, Point } from './great-circle.ts';

/** A box around Massachusetts with its islands, in degrees. The database holds sites in the same one. */
export const MASSACHUSETTS: Box = {
  lat: { min: 41.18, max: 42.89 },
  lon: { min: -73.51, max: -69.85 },
};

export const isInMassachusetts = ({ lat, lon }: Point): boolean =>
  lat >= MASSACHUSETTS.lat.min &&
  lat <= MASSACHUSETTS.lat.max &&
  lon >= MASSACHUSETTS.lon.min &&
  lon <= MASSACHUSETTS.lon.max;
