import { groupedBy, type Place, type Places, type School } from './places.ts';
import { addUp, createSheet, type Sheet, type Tally } from './sheet.ts';

/** Fewer graduates are not told apart by groups: nearly every one of those would be small. */
export const LEAST_TO_TELL_GROUPS = 10;

/** The schools of a district in one region; a district whose schools have two boards has two parts. */
export type Part = {
  readonly id: string;
  readonly district: string;
  readonly board: string;
  readonly schools: readonly School[];
};
export type District = { readonly id: string; readonly parts: readonly Part[] };

export const rowId = (place: Place, breakdown: number, row: number): string =>
  `${place.id}/${breakdown}/${row}`;
export const totalOf = (schools: readonly School[]): Tally =>
  addUp(schools.map(({ total }) => total));

export const tellsGroups = (place: Place): boolean =>
  place.id === 'STATE' || place.total.graduated >= LEAST_TO_TELL_GROUPS;

const idsOf = (places: readonly { readonly id: string }[]) => places.map(({ id }) => id);

/** In the order of their codes. */
export function districtsOf(schools: readonly School[]): District[] {
  const parts: Part[] = [];
  for (const [id, own] of groupedBy(schools, ({ district, board }) => `${district} ${board}`)) {
    const [{ district, board } = { district: '', board: '' }] = own;
    parts.push({ id, district, board, schools: own });
  }
  return [...groupedBy(parts, ({ district }) => district)]
    .map(([id, own]) => ({ id, parts: own }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function putPlace(sheet: Sheet, place: Place): void {
  sheet.put(place.id, place.total);
  for (const [breakdown, rows] of place.rows.entries()) {
    const ids = rows.map((_, row) => rowId(place, breakdown, row));
    for (const [row, tally] of rows.entries())
      sheet.put(rowId(place, breakdown, row), tally, !tellsGroups(place));
    sheet.addsUp(place.id, ids);
  }
}

/** A region's groups are those of its schools, and so are the state's those of the regions. */
function addGroupsUp(sheet: Sheet, whole: Place, parts: readonly Place[]): void {
  for (const [breakdown, rows] of whole.rows.entries())
    for (const row of rows.keys())
      sheet.addsUp(
        rowId(whole, breakdown, row),
        parts.map((part) => rowId(part, breakdown, row)),
      );
}

/** Every tally that is told of a year, and every line in which they add up. */
export function layOut({ state, boards, schools }: Places, districts: readonly District[]): Sheet {
  const sheet = createSheet();
  const parts = districts.flatMap((district) => district.parts);
  for (const place of [state, ...boards]) putPlace(sheet, place);
  for (const district of districts)
    sheet.put(district.id, totalOf(district.parts.flatMap((part) => part.schools)));
  for (const part of parts) sheet.put(part.id, totalOf(part.schools));
  for (const school of schools) putPlace(sheet, school);

  sheet.addsUp(state.id, idsOf(boards));
  addGroupsUp(sheet, state, boards);
  for (const { id, ...board } of boards) {
    const inBoard = ({ board: code }: { readonly board: string }) => code === id;
    sheet.addsUp(id, idsOf(parts.filter(inBoard)));
    addGroupsUp(sheet, { id, ...board }, schools.filter(inBoard));
  }
  for (const district of districts) sheet.addsUp(district.id, idsOf(district.parts));
  for (const part of parts) sheet.addsUp(part.id, idsOf(part.schools));
  return sheet;
}
