export const HIGH_SCHOOL_GRADES = [9, 10, 11, 12] as const;

/** Whether a school teaches any of the grades 9 to 12. */
export const isHighSchool = (grades: readonly number[]): boolean =>
  HIGH_SCHOOL_GRADES.some((grade) => grades.includes(grade));
