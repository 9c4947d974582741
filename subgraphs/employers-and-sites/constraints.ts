import { ruleViolated } from '../../platform/errors.ts';

/** What each constraint of the database says that a check before it may have missed. */
const MEANINGS: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  supervisor_once_at_site: [
    'SUPERVISOR_ALREADY_THERE',
    'Somebody with that address supervises at this site already. Follow them, or end that first.',
  ],
};

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error);

/** Answers a write's violation of a constraint as the check would have. Anything else is not ours to explain. */
export async function explained<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const text = textOf(error);
    const known = Object.entries(MEANINGS).find(([constraint]) => text.includes(constraint));
    if (known) throw ruleViolated(...known[1]);
    throw error;
  }
}
