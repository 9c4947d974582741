/** Days since 1970-01-01. A date of the demo is a number until it is written. */
export type Day = number;

const MS_A_DAY = 86_400_000;
const JULY = 6;
const SEPTEMBER = 8;

/** What the whole demo is relative to. */
export type Calendar = {
  readonly asOf: Day;
  /** By its ending year; turns on July 1. */
  readonly fiscalYear: number;
  /** By its ending year; turns on September 1, when students enter the next grade. */
  readonly schoolYear: number;
};

export function createCalendar(asOf: string): Calendar {
  const day = dayOf(asOf);
  return { asOf: day, fiscalYear: fiscalYearOf(day), schoolYear: schoolYearOf(day) };
}

export function dayOf(iso: string): Day {
  const date = new Date(iso);
  // A day that its month does not have is read as one of the next month.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
  if (!exists) throw new RangeError(`"${iso}" is not a date such as 2026-10-15.`);
  return date.getTime() / MS_A_DAY;
}

/** `month` counts from 1. */
export const dayAt = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month - 1, date) / MS_A_DAY;

const isoTexts = new Map<Day, string>();

export function iso(day: Day): string {
  const known = isoTexts.get(day);
  if (known) return known;
  const text = new Date(day * MS_A_DAY).toISOString().slice(0, 10);
  isoTexts.set(day, text);
  return text;
}

/** A moment in the middle of a Massachusetts working day. */
export function timestamp(day: Day, minute: number): string {
  const ofDay = 14 * 60 + (minute % 360);
  const hours = Math.floor(ofDay / 60);
  return `${iso(day)} ${hours}:${String(ofDay % 60).padStart(2, '0')}:00+00`;
}

export const fiscalYearOf = (day: Day): number => endingYearOf(day, JULY);
export const schoolYearOf = (day: Day): number => endingYearOf(day, SEPTEMBER);

function endingYearOf(day: Day, firstMonth: number): number {
  const date = new Date(day * MS_A_DAY);
  return date.getUTCFullYear() + (date.getUTCMonth() >= firstMonth ? 1 : 0);
}

/** "2025-2026" for 2026. */
export const schoolYearLabel = (year: number): string => `${year - 1}-${year}`;

export const firstDayOfFiscalYear = (year: number): Day => dayAt(year - 1, 7, 1);
export const firstDayOfSchoolYear = (year: number): Day => dayAt(year - 1, 9, 1);
export const lastDayOfSchoolYear = (year: number): Day => dayAt(year, 8, 31);
export const graduationDay = (year: number): Day => dayAt(year, 6, 10);

/** Whole years lived on `day`. */
export function ageOn(birth: Day, day: Day): number {
  const born = new Date(birth * MS_A_DAY);
  const then = new Date(day * MS_A_DAY);
  const years = then.getUTCFullYear() - born.getUTCFullYear();
  const months = then.getUTCMonth() - born.getUTCMonth();
  const early = months < 0 || (months === 0 && then.getUTCDate() < born.getUTCDate());
  return early ? years - 1 : years;
}

/** The same date `years` earlier (February 29 becomes March 1). */
export function yearsBefore(day: Day, years: number): Day {
  const date = new Date(day * MS_A_DAY);
  return dayAt(date.getUTCFullYear() - years, date.getUTCMonth() + 1, date.getUTCDate());
}
