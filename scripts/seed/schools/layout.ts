import { DEMO_DISTRICT } from '../../../gateway/dev-issuer/personas.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { allocateAtLeast } from '../allocate.ts';
import { placeNames } from '../names.ts';
import type { BoardReference } from '../places.ts';
import { at, type Random } from '../random.ts';
import type { World } from '../world.ts';
import type { SchoolShell, SchoolType } from './school.ts';

/** Schools of each region in the state, as `[high schools, schools with grades 6 to 8 alone]`. */
const IN_THE_STATE: Readonly<Record<WorkforceBoardCode, readonly [number, number]>> = {
  BERKSHIRE: [13, 15],
  BOSTON: [43, 68],
  BRISTOL: [22, 21],
  GREATER_BROCKTON: [17, 15],
  CAPE_AND_ISLANDS: [14, 17],
  CENTRAL: [41, 75],
  FRANKLIN_HAMPSHIRE: [24, 42],
  GREATER_LOWELL: [16, 21],
  GREATER_NEW_BEDFORD: [12, 13],
  HAMPDEN_COUNTY: [36, 37],
  MERRIMACK_VALLEY: [21, 37],
  METRO_NORTH: [32, 48],
  METRO_SOUTH_WEST: [47, 67],
  NORTH_CENTRAL: [23, 20],
  NORTH_SHORE: [27, 20],
  SOUTH_SHORE: [26, 31],
};
const LEAST_IN_BOSTON = 4;

export type District = { readonly code: string; readonly name: string };
export type Layout = {
  readonly districts: readonly District[];
  readonly schools: readonly SchoolShell[];
};

/** Spreads the districts and schools over the regions, Boston's first. */
export function layOutSchools(world: World, boards: readonly BoardReference[]): Layout {
  const builder = createBuilder(world);
  const inOrder = [...boards].sort(
    (a, b) => Number(b.code === 'BOSTON') - Number(a.code === 'BOSTON'),
  );
  const shares = inOrder.map(({ code }) => IN_THE_STATE[code]);
  const high = allocateAtLeast(
    world.scale.highSchools,
    shares.map(([count]) => count),
    inOrder.map(({ code }) => (code === 'BOSTON' ? LEAST_IN_BOSTON : 1)),
  );
  const middle = allocateAtLeast(
    world.scale.middleSchools,
    shares.map(([, count]) => count),
    inOrder.map(() => 1),
  );
  for (const [i, board] of inOrder.entries()) {
    layOutRegion(builder, board, { high: at(high, i), middle: at(middle, i) });
  }
  return builder.layout;
}

type Builder = ReturnType<typeof createBuilder>;

function layOutRegion(
  builder: Builder,
  board: BoardReference,
  count: { high: number; middle: number },
): void {
  const boston = board.code === 'BOSTON';
  const towns = builder.random.sample(board.towns, board.towns.length);
  const town = (i: number) => at(towns, i % towns.length);
  const shared: District[] = [];
  const sharedDistrict = (i: number): District => {
    const index = boston ? 0 : Math.floor(i / 2);
    while (shared.length <= index) shared.push(builder.district('Public Schools'));
    return at(shared, index);
  };
  for (let i = 0; i < count.high; i++) {
    const alone = standsAlone(boston, i);
    const district = alone ? builder.district(alone.suffix) : sharedDistrict(i);
    const shape = alone ?? { type: 'PUBLIC_SECONDARY', suffix: '' };
    // The last one of Boston is the small school of the edge cases: its students are written by hand.
    const weight = boston && i === count.high - 1 ? 0 : builder.size();
    builder.school({
      district,
      board: board.code,
      town: town(i),
      level: 'HIGH',
      type: shape.type,
      weight,
    });
  }
  for (let i = 0; i < count.middle; i++) {
    const district = boston ? sharedDistrict(0) : at(shared, i % shared.length);
    builder.school({
      district,
      board: board.code,
      town: town(i),
      level: 'MIDDLE',
      type: 'PUBLIC_MIDDLE',
      weight: builder.size(),
    });
  }
}

/** Every fourth high school of Boston is a charter, every eighth elsewhere a regional vocational one. */
function standsAlone(boston: boolean, i: number): { type: SchoolType; suffix: string } | undefined {
  if (boston) return i % 4 === 3 ? { type: 'CHARTER', suffix: 'Charter District' } : undefined;
  if (i % 8 !== 4) return undefined;
  return { type: 'REGIONAL_VOC_TECH_AG', suffix: 'Regional Vocational Technical District' };
}

const SCHOOL_SUFFIX: Readonly<Record<SchoolType, string>> = {
  PUBLIC_SECONDARY: 'High School',
  PUBLIC_MIDDLE: 'Middle School',
  REGIONAL_VOC_TECH_AG: 'Regional Vocational Technical High School',
  CHARTER: 'Charter High School',
};

type Place = Omit<SchoolShell, 'code' | 'name' | 'district'> & { readonly district: District };

function createBuilder(world: World) {
  const random = world.random('layout of schools');
  const names = placeNames();
  const districts: District[] = [];
  const schools: SchoolShell[] = [];
  const inDistrict = new Map<string, number>();
  return {
    random,
    layout: { districts, schools },
    size: () => sizeOfSchool(random),
    district(suffix: string): District {
      const code = districts.length === 0 ? DEMO_DISTRICT : districtCode(districts.length);
      const district = { code, name: `${names()} ${suffix}` };
      districts.push(district);
      return district;
    },
    school({ district, ...place }: Place): void {
      const key = `${district.code} ${place.level}`;
      const number = inDistrict.get(key) ?? 0;
      inDistrict.set(key, number + 1);
      const last = place.level === 'HIGH' ? 10 + 10 * number : 1005 + 5 * number;
      const code = `${district.code.slice(0, 4)}${String(last).padStart(4, '0')}`;
      const name = `${names()} ${SCHOOL_SUFFIX[place.type]}`;
      schools.push({ ...place, code, name, district: district.code });
    },
  };
}

/** The demo's own prefixes, 90 to 99, past the number that the first district has. */
const districtCode = (index: number) => `${9035 + index}0000`;

/** Most schools are of middle size, a few three times as large. */
const sizeOfSchool = (random: Random) => 0.5 + random.float() + 1.5 * random.float() ** 4;
