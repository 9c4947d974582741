import { badUserInput } from '../../platform/errors.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import { boxAround, EARTH_RADIUS_MILES, type Point, type Range } from './domain/great-circle.ts';
import type { Prisma } from './generated/client/client.ts';

export type Circle = Point & { readonly withinMiles: number };

/** Across the state and back: a longer way to work is not "near". */
export const MAX_MILES = 100;

function checkCircle({ lat, lon, withinMiles }: Circle): void {
  if (Math.abs(lat) > 90)
    throw badUserInput(`"near.lat" cannot be ${lat}. It is from -90 to 90.`, { argument: 'near' });
  if (Math.abs(lon) > 180)
    throw badUserInput(`"near.lon" cannot be ${lon}. It is from -180 to 180.`, {
      argument: 'near',
    });
  if (withinMiles > 0 && withinMiles <= MAX_MILES) return;
  throw badUserInput(
    `"near.withinMiles" cannot be ${withinMiles}. It is more than 0, and at most ${MAX_MILES}.`,
    { argument: 'near' },
  );
}

const between = ({ min, max }: Range) => ({ gte: min, lte: max });

/**
 * The sites within a circle on the globe: first the box around it, which an index serves, then the
 * great-circle distance (haversine). Both are conditions of one statement, so that pages and counts
 * agree with the circle. Sites without a point, virtual ones, are near nothing.
 */
export function sitesWithin(circle: Circle): Prisma.SiteWhereInput {
  checkCircle(circle);
  const box = boxAround(circle, circle.withinMiles);
  const distance = handwritten((column, given) => {
    const [lat, lon] = [given(circle.lat), given(circle.lon)];
    const north = `sind((${column('lat')} - ${lat}) / 2) ^ 2`;
    const east = `sind((${column('lon')} - ${lon}) / 2) ^ 2`;
    const squared = `${north} + cosd(${lat}) * cosd(${column('lat')}) * ${east}`;
    const miles = `2 * ${EARTH_RADIUS_MILES} * asin(least(1, sqrt(${squared})))`;
    return `${miles} <= ${given(circle.withinMiles)}`;
  });
  return { lat: between(box.lat), lon: between(box.lon), ...distance };
}
