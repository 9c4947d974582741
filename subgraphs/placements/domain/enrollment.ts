/** A stretch at one school, as students-and-mycap tells it; the last day is null while it lasts. */
export type Enrollment = {
  readonly schoolCode: string;
  readonly enteredOn: string;
  readonly leftOn?: string | null | undefined;
};

/** The school attended on a day, the one entered last where two overlap; null where none was. */
export function schoolOn(enrollments: readonly Enrollment[], day: string): string | null {
  const there = enrollments
    .filter(({ enteredOn, leftOn }) => enteredOn <= day && (!leftOn || leftOn >= day))
    .sort((a, b) => (a.enteredOn < b.enteredOn ? 1 : -1));
  return there[0]?.schoolCode ?? null;
}

export const isEnrolledAt = (
  enrollments: readonly Enrollment[],
  schoolCode: string,
  day: string,
): boolean =>
  enrollments.some(
    (each) =>
      each.schoolCode === schoolCode &&
      each.enteredOn <= day &&
      (!each.leftOn || each.leftOn >= day),
  );
