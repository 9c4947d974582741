/** The size of the whole state: 416 high schools, 547 with grades 6 to 8 alone, about 5,000 sites. */
const STATE = {
  students: 480_000,
  highSchools: 416,
  middleSchools: 547,
  sites: 5_000,
  events: 1_300,
};

/** Fewer leave no room for the edge cases. */
export const MIN_STUDENTS = 300;
export const MAX_STUDENTS = 1_000_000;

/** How many of everything, for so many students. */
export type Scale = {
  readonly students: number;
  readonly highSchools: number;
  readonly middleSchools: number;
  readonly sites: number;
  readonly eventsAYear: number;
  /** Placements that start in one fiscal year. */
  readonly placementsAYear: number;
};

/** Schools and sites shrink slower than students, so that a small demo still has all 16 regions. */
export function scaleFor(students: number): Scale {
  const share = students / STATE.students;
  const shrunk = (full: number, power: number, least: number) =>
    Math.max(least, Math.round(full * Math.min(1, share) ** power));
  return {
    students,
    highSchools: shrunk(STATE.highSchools, 0.625, 20),
    middleSchools: shrunk(STATE.middleSchools, 0.725, 16),
    sites: shrunk(STATE.sites, 0.75, 96),
    eventsAYear: shrunk(STATE.events, 0.8, 20),
    placementsAYear: Math.round(students * 0.0265),
  };
}
