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

/** Where students go. A virtual site may have an office somewhere; nobody is near work that is done at home. */
const WITH_A_PLACE = ['OUTSIDE_SCHOOL', 'IN_SCHOOL', 'HYBRID'] as const;

/** The great-circle distance (haversine) from a point to the columns of a row, in miles, as SQL. */
export function milesFrom(
  point: Point,
  column: { readonly lat: string; readonly lon: string },
  given: (value: unknown) => string,
): string {
  const [lat, lon] = [given(point.lat), given(point.lon)];
  const north = `sind((${column.lat} - ${lat}) / 2) ^ 2`;
  const east = `sind((${column.lon} - ${lon}) / 2) ^ 2`;
  const squared = `${north} + cosd(${lat}) * cosd(${column.lat}) * ${east}`;
  return `2 * ${EARTH_RADIUS_MILES} * asin(least(1, sqrt(${squared})))`;
}

/**
 * The sites within a circle on the globe: first the box around it, which an index serves, then the
 * great-circle distance (haversine). Both are conditions of one statement, so that pages and counts
 * agree with the circle. Virtual sites are near nothing.
 */
export function sitesWithin(circle: Circle): Prisma.SiteWhereInput {
  checkCircle(circle);
  const box = boxAround(circle, circle.withinMiles);
  const distance = handwritten((column, given) => {
    const miles = milesFrom(circle, { lat: column('lat'), lon: column('lon') }, given);
    return `${miles} <= ${given(circle.withinMiles)}`;
  });
  const setting = { in: [...WITH_A_PLACE] };
  return { setting, lat: between(box.lat), lon: between(box.lon), ...distance };
}
