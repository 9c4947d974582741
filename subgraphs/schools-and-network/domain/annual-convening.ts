export type ConveningYear = 'HELD' | 'SCHEDULED' | 'MISSING';

type Held = { readonly day: string; readonly openToAllSchools: boolean };

export type AnnualConvening = { readonly status: ConveningYear; readonly day: string | null };

/**
 * Each board holds at least one regional convening a fiscal year to which every school may come.
 * Whether one of a year's convenings was that, or will be; one for some schools does not count.
 */
export function annualConvening(convenings: readonly Held[], today: string): AnnualConvening {
  const days = convenings
    .filter(({ openToAllSchools }) => openToAllSchools)
    .map(({ day }) => day)
    .toSorted();
  const [first] = days;
  if (first === undefined) return { status: 'MISSING', day: null };
  return { status: first <= today ? 'HELD' : 'SCHEDULED', day: first };
}
