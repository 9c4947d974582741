/** Where a filter keeps a condition in SQL. Prisma refuses the name, so that none is passed over in silence. */
export const HANDWRITTEN = '$handwritten';

/** A condition in SQL: `column` names a field of the row, `given` makes a value a parameter. */
export type Condition = (
  column: (field: string) => string,
  given: (value: unknown) => string,
) => string;

/**
 * A part of a compiled read's filter, to be spread into it: what Prisma's filters cannot say. The
 * text must not depend on a request; what does is `given`.
 */
export const handwritten = (condition: Condition): object => ({ [HANDWRITTEN]: condition });
