import { readFileSync } from 'node:fs';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { at, Random } from './random.ts';

const REFERENCE = new URL('../../subgraphs/schools-and-network/reference/', import.meta.url);

type Point = { readonly lat: number; readonly lon: number };

export type BoardReference = {
  readonly code: WorkforceBoardCode;
  readonly name: string;
  readonly planningRegion: string;
  readonly towns: readonly string[];
};

/**
 * Where a board's invented buildings stand: a rough centre and how many miles around it are safely
 * inside Massachusetts and on land. Boston's lies round the point from which people look for nearby
 * opportunities.
 */
const AREAS: Readonly<Record<WorkforceBoardCode, Point & { readonly miles: number }>> = {
  BERKSHIRE: { lat: 42.4, lon: -73.16, miles: 8 },
  BOSTON: { lat: 42.331918, lon: -71.09088, miles: 2.2 },
  BRISTOL: { lat: 41.87, lon: -71.1, miles: 7 },
  GREATER_BROCKTON: { lat: 42.06, lon: -71.0, miles: 5 },
  CAPE_AND_ISLANDS: { lat: 41.68, lon: -70.32, miles: 3 },
  CENTRAL: { lat: 42.22, lon: -71.85, miles: 9 },
  FRANKLIN_HAMPSHIRE: { lat: 42.45, lon: -72.6, miles: 9 },
  GREATER_LOWELL: { lat: 42.62, lon: -71.35, miles: 3.5 },
  GREATER_NEW_BEDFORD: { lat: 41.7, lon: -70.92, miles: 4 },
  HAMPDEN_COUNTY: { lat: 42.14, lon: -72.58, miles: 6 },
  MERRIMACK_VALLEY: { lat: 42.69, lon: -71.1, miles: 3 },
  METRO_NORTH: { lat: 42.44, lon: -71.11, miles: 3.5 },
  METRO_SOUTH_WEST: { lat: 42.3, lon: -71.4, miles: 8 },
  NORTH_CENTRAL: { lat: 42.56, lon: -71.86, miles: 6 },
  NORTH_SHORE: { lat: 42.57, lon: -70.96, miles: 4 },
  SOUTH_SHORE: { lat: 42.16, lon: -70.93, miles: 4 },
};

const MILES_A_DEGREE = 69.17;
/** How far from its town's point a building may stand, as a share of the board's radius. */
const WITHIN_TOWN = 0.2;

/** A building near its town; towns keep their places whatever the seed. */
export function placeIn(board: WorkforceBoardCode, town: string, random: Random): Point {
  const area = AREAS[board];
  const townPoint = around(area, area.miles * (1 - WITHIN_TOWN), new Random(1, town));
  return around(townPoint, area.miles * WITHIN_TOWN, random);
}

function around(centre: Point, miles: number, random: Random): Point {
  const distance = (miles * Math.sqrt(random.float())) / MILES_A_DEGREE;
  const angle = 2 * Math.PI * random.float();
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  return {
    lat: rounded(centre.lat + distance * Math.sin(angle)),
    lon: rounded(centre.lon + (distance * Math.cos(angle)) / shrink),
  };
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

export function readBoards(): BoardReference[] {
  const towns = readCsv('masshire_municipality_map.csv');
  return readCsv('masshire_boards.csv').map((row) => ({
    code: boardCode(at(row, 0)),
    name: at(row, 1),
    planningRegion: at(row, 2).replace('&', 'and').replaceAll(' ', '_').toUpperCase(),
    towns: towns.filter((town) => town[1] === row[0]).map((town) => at(town, 0)),
  }));
}

function boardCode(text: string): WorkforceBoardCode {
  const code = (Object.keys(AREAS) as WorkforceBoardCode[]).find((known) => known === text);
  if (!code) throw new Error(`"${text}" in masshire_boards.csv is none of the 16 board codes.`);
  return code;
}

/** The rows below the heading; a cell may stand in quotes. */
function readCsv(file: string): string[][] {
  const lines = readFileSync(new URL(file, REFERENCE), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}
