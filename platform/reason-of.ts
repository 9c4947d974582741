/** What was thrown, in words: for a log or an operator, never for a caller. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
