import { WORKFORCE_BOARD_CODES } from '../../../../platform/vocabulary.ts';
import type { Counted, CountedGroup } from './count-graduates.ts';
import { BREAKDOWNS } from './dimensions.ts';
import { addUp, type Tally } from './sheet.ts';

/** A place that is reported by groups: the state, a region, a school. */
export type Place = {
  readonly id: string;
  readonly label: string;
  readonly total: Tally;
  /** For each breakdown, the tallies of its rows. */
  readonly rows: readonly (readonly Tally[])[];
};
export type School = Place & { readonly board: string; readonly district: string };
export type Places = {
  readonly state: Place;
  readonly boards: readonly Place[];
  readonly schools: readonly School[];
};

const NOBODY: Tally = { tookPart: 0, graduated: 0 };

/** The things of each key, in the order in which the keys came. */
export function groupedBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** The district of a school: DESE codes share its first four digits. */
const districtOf = (school: string) => `${school.slice(0, 4)}0000`;

function rowsOf(groups: readonly CountedGroup[]): Tally[][] {
  return BREAKDOWNS.map(({ dimension, rows }) => {
    const told = groups.filter((group) => group.dimension === dimension);
    return rows.map(({ holds }) => addUp(told.filter(({ value }) => holds(value))));
  });
}

function sumOf(id: string, label: string, places: readonly Place[]): Place {
  const rows = BREAKDOWNS.map(({ rows: named }, breakdown) =>
    named.map((_, row) => addUp(places.map((place) => place.rows[breakdown]?.[row] ?? NOBODY))),
  );
  return { id, label, total: addUp(places.map(({ total }) => total)), rows };
}

/** The schools that had graduated concentrators, and what their counts come to in each region and the state. */
export function placesOf({ groups, schools: told, boardNames }: Counted): Places {
  const ofSchool = groupedBy(groups, ({ school }) => school);
  const schools = told.map(({ code, name, board }): School => {
    const own = ofSchool.get(code) ?? [];
    const total = addUp(own.filter(({ dimension }) => dimension === 'ALL'));
    return { id: code, label: name, board, district: districtOf(code), total, rows: rowsOf(own) };
  });
  const boards = WORKFORCE_BOARD_CODES.map((code) =>
    sumOf(
      code,
      boardNames[code] ?? code,
      schools.filter(({ board }) => board === code),
    ),
  );
  return { state: sumOf('STATE', 'Massachusetts', boards), boards, schools };
}
