import type { SuppressionReason } from '../../../../platform/small-numbers/small.ts';
import type { StudentGroup } from '../../../../platform/vocabulary.ts';
import type { Counted } from './count-graduates.ts';
import { BREAKDOWNS } from './dimensions.ts';
import { type District, districtsOf, layOut, rowId, tellsGroups, totalOf } from './lay-out.ts';
import { type Place, type Places, placesOf } from './places.ts';
import type { Tally } from './sheet.ts';

/** A cell as it is shown; without numbers where it is suppressed. */
export type PublishedCell = {
  readonly place: string;
  readonly groupBy: string;
  readonly label: string;
  readonly group: StudentGroup | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly suppressed: SuppressionReason | null;
};

/** One cell of one list: the tally behind it by its id, and where it is told. */
type Told = {
  readonly id: string;
  readonly place: string;
  readonly groupBy: string;
  readonly label: string;
  readonly group?: StudentGroup | null;
  readonly tally: Tally;
};

function toldOfPlace(place: Place): Told[] {
  const { id, label, total } = place;
  const all: Told = { id, place: id, groupBy: 'ALL', label, tally: total };
  if (!tellsGroups(place)) return [all];
  const groups = BREAKDOWNS.flatMap(({ groupBy, rows }, breakdown) =>
    rows.flatMap((named, row) => {
      const tally = place.rows[breakdown]?.[row];
      const { label: words, group } = named;
      if (!tally) return [];
      return [{ id: rowId(place, breakdown, row), place: id, groupBy, label: words, group, tally }];
    }),
  );
  return [all, ...groups];
}

function toldOfDistrict({ id, parts }: District): Told[] {
  const label = `District ${id}`;
  const tally = totalOf(parts.flatMap(({ schools }) => schools));
  return [
    { id, place: 'STATE', groupBy: 'DISTRICT', label, tally },
    ...parts.map((part) => ({
      id: part.id,
      place: part.board,
      groupBy: 'DISTRICT',
      label,
      tally: totalOf(part.schools),
    })),
  ];
}

function toldOf({ state, boards, schools }: Places, districts: readonly District[]): Told[] {
  const listed = (groupBy: string, { id, label, total }: Place, places: readonly string[]) =>
    places.map((place): Told => ({ id, place, groupBy, label, tally: total }));
  return [
    ...[state, ...boards, ...schools].flatMap(toldOfPlace),
    ...boards.flatMap((board) => listed('BOARD', board, [state.id, board.id])),
    ...schools.flatMap((school) => listed('SCHOOL', school, [state.id, school.board, school.id])),
    ...districts.flatMap(toldOfDistrict),
  ];
}

/** All that may be shown of a year, suppressed as one: no two lists give away what one of them hides. */
export async function publish(counted: Counted): Promise<PublishedCell[]> {
  const places = placesOf(counted);
  const districts = districtsOf(places.schools);
  const reasonOf = await layOut(places, districts).suppress();
  return toldOf(places, districts).map(({ id, tally, group = null, ...told }) => {
    const suppressed = reasonOf(id);
    const numerator = suppressed ? null : tally.tookPart;
    const denominator = suppressed ? null : tally.graduated;
    return { ...told, group, numerator, denominator, suppressed };
  });
}
