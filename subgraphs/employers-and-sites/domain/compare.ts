/** What two opportunities can differ in, each told by some facts of theirs. */
export type Comparable = {
  readonly wblType: string;
  readonly startDate: Date;
  readonly endDate: Date;
  readonly minutesPerWeek: number | null;
  readonly plannedMinutes: number | null;
  readonly pay: string;
  readonly hourlyWageCents: number | null;
  readonly creditBearing: boolean;
  readonly siteId: string;
  readonly minimumAge: number | null;
  readonly soc: string | null;
  readonly demandRating: string;
  readonly technologySupport: readonly string[];
  readonly programId: string | null;
  readonly programHostId: string | null;
};

const ASPECTS = {
  TYPE: (of: Comparable) => [of.wblType],
  DATES: (of: Comparable) => [of.startDate, of.endDate],
  HOURS: (of: Comparable) => [of.minutesPerWeek, of.plannedMinutes],
  PAY: (of: Comparable) => [of.pay, of.hourlyWageCents],
  CREDIT: (of: Comparable) => [of.creditBearing],
  PLACE: (of: Comparable) => [of.siteId],
  MINIMUM_AGE: (of: Comparable) => [of.minimumAge],
  OCCUPATION: (of: Comparable) => [of.soc, of.demandRating],
  TECHNOLOGY: (of: Comparable) => [...of.technologySupport].sort(),
  PROGRAM: (of: Comparable) => [of.programId, of.programHostId],
};
export type Aspect = keyof typeof ASPECTS;

/** In what the opportunities are not all alike. */
export function differingAspects(opportunities: readonly Comparable[]): Aspect[] {
  const aspects = Object.entries(ASPECTS) as [Aspect, (of: Comparable) => readonly unknown[]][];
  return aspects
    .filter(([, facts]) => new Set(opportunities.map((of) => JSON.stringify(facts(of)))).size > 1)
    .map(([aspect]) => aspect);
}
