/** A rule that something breaks: its stable name, and what is wrong with what would be right. */
export type BrokenRule = { readonly rule: string; readonly message: string };

/** The first rule that is broken, in the order in which they were asked. */
export const firstBroken = (...rules: readonly (BrokenRule | null)[]): BrokenRule | null =>
  rules.find((rule) => rule !== null) ?? null;
