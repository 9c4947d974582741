/** The largest count of people that is not shown. Zero is shown. */
export const LARGEST_SMALL = 5;

/** Whether a count of people is too small to be shown. */
export const isSmall = (count: number): boolean => count >= 1 && count <= LARGEST_SMALL;

/**
 * Why a number is not shown: it is small itself, or it would give a small one away. The second says
 * nothing about the number's size.
 */
export type SuppressionReason = 'SMALL_CELL' | 'COMPLEMENTARY';
