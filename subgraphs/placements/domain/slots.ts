/** A student holds a slot from the match on; who withdrew or was declined holds none. */
export const FILLS_A_SLOT = ['MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY'] as const;

/** What is left of an opportunity's slots; never less than none. */
export const openSlots = (slots: number, filled: number): number => Math.max(0, slots - filled);
