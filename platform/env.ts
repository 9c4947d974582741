import { z } from 'zod';
import { StartupError } from './startup-error.ts';

/**
 * Reads the environment once, at an entry, by a schema: `readEnv({ PORT: z.coerce.number() })`.
 * An empty variable counts as unset. Throws a {@link StartupError} that names every bad variable at once.
 */
export function readEnv<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new StartupError(`The environment is not right. ${problems.join('; ')}.`);
}

/** The whole environment, for a child process that shall have ours. */
export const inheritedEnv = (): NodeJS.ProcessEnv => ({ ...process.env });
