/** A placement that has begun; it may be over. */
export const HAS_BEGUN = ['ACTIVE', 'COMPLETED', 'ENDED_EARLY'] as const;
/** A placement that a Work-Based Learning Plan can be made for: all but those that come to nothing. */
export const CAN_HAVE_A_PLAN = ['PROPOSED', 'MATCHED', 'APPROVED', ...HAS_BEGUN] as const;
/** A placement whose reviews can be written down; the baseline may come shortly before the first day. */
export const CAN_BE_REVIEWED = ['APPROVED', ...HAS_BEGUN] as const;

/** Who tells hours: the student while they work, staff also after, when a late time sheet comes. */
export type HoursTeller = 'STUDENT' | 'STAFF';

/** The statuses in which hours can be told. */
export const canTellHoursIn = (teller: HoursTeller): readonly string[] =>
  teller === 'STUDENT' ? ['ACTIVE'] : HAS_BEGUN;
