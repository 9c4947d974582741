/** The longest name of a person or an organization, or title, in characters. */
export const MAX_NAME = 200;
/** The longest reason, goal or other sentence or two. */
export const MAX_SENTENCE = 1_000;
/** The longest address of a page. */
export const MAX_URL = 2_000;
