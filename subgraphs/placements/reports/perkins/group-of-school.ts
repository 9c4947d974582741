import { badUserInput } from '../../../../platform/errors.ts';

/** Other places than the school itself. */
const PLACES: readonly string[] = ['BOARD', 'DISTRICT'];

export function requireGroupOfSchool(groupBy: string): void {
  if (PLACES.includes(groupBy))
    throw badUserInput(
      `"groupBy" cannot be ${groupBy} for one school. Ask "Query.perkins5S3" for places, or ALL or a group of students here.`,
    );
}
