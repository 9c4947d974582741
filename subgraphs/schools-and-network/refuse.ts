import { forbidden, ruleViolated } from '../../platform/errors.ts';
import type { Context } from './context.ts';
import type { BrokenRule } from './domain/broken-rule.ts';

/** Throws what a rule found; nothing where it found nothing. */
export function refuseBroken(broken: BrokenRule | null): void {
  if (broken) throw ruleViolated(broken.rule, broken.message);
}

/** Throws where an actor may not do `what`. */
export function allow(isAllowed: boolean, { actor }: Context, what: string): void {
  if (!isAllowed) throw forbidden(actor.role, what);
}
