import type { GraphQLResolveInfo } from 'graphql';
import { loaderOfMap } from '../../platform/loader.ts';
import { isSmall } from '../../platform/small-numbers/small.ts';
import type { Context } from './context.ts';
import { LAST_GRADE } from './domain/grade.ts';

const ALL_IN_PERCENT = 1_000;
const TENTHS = 10;

/** Counts of students; null where they would tell of five or fewer. */
export type FafsaCompletion =
  | {
      readonly suppressed: true;
      readonly completed: null;
      readonly of: null;
      readonly percent: null;
    }
  | {
      readonly suppressed: false;
      readonly completed: number;
      readonly of: number;
      readonly percent: number | null;
    };

const HIDDEN = { suppressed: true, completed: null, of: null, percent: null } as const;

/** Hidden as a whole where those who did, those who did not, or all of them are from one to five. */
export function fafsaCompletion(completed: number, of: number): FafsaCompletion {
  if ([completed, of - completed, of].some(isSmall)) return HIDDEN;
  const percent = of === 0 ? null : Math.round((completed * ALL_IN_PERCENT) / of) / TENTHS;
  return { suppressed: false, completed, of, percent };
}

/** Of the students in grade 12 of a school of whom it is known. Many schools are two statements. */
export function fafsaCompletionOf(
  context: Context,
  info: GraphQLResolveInfo,
  schoolCode: string,
): Promise<FafsaCompletion> {
  const countFor = (keys: readonly string[], known: { readonly not: null } | true) =>
    context.read.countFor(
      'student',
      { field: 'schoolCode', keys, type: 'bpchar' },
      { enrollmentStatus: 'ENROLLED', grade: LAST_GRADE, openPlan: { fafsaCompleted: known } },
    );
  const completions = async (keys: readonly string[]) => {
    const [completed, known] = [await countFor(keys, true), await countFor(keys, { not: null })];
    return new Map(
      keys.map((key) => [key, fafsaCompletion(completed.get(key) ?? 0, known.get(key) ?? 0)]),
    );
  };
  return context
    .loader(info, () => loaderOfMap<FafsaCompletion>(completions, HIDDEN))
    .load(schoolCode);
}
