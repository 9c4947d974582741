/** The most items of a list that is not read page by page: ours have a few, or some dozens. */
export const MAX_LIST = 100;
