export type ApprovalSide = 'SCHOOL' | 'SITE' | 'STUDENT';

/** The sides that have to agree: an enterprise of the student's own has no site to ask. */
export const sidesNeeded = (hasSite: boolean): readonly ApprovalSide[] =>
  hasSite ? ['SCHOOL', 'SITE', 'STUDENT'] : ['SCHOOL', 'STUDENT'];

/** The sides that have not agreed yet. */
export const sidesMissing = (
  hasSite: boolean,
  given: readonly ApprovalSide[],
): readonly ApprovalSide[] => sidesNeeded(hasSite).filter((side) => !given.includes(side));
