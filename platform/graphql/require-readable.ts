import type { Actor } from '../actor.ts';
import { DomainError, unauthenticated } from '../errors.ts';
import type { DataClass } from '../vocabulary.ts';

/** What the check of classes needs of every subgraph's context. */
export type ClassifiedContext = {
  readonly actor: Actor;
  readonly readable: ReadonlySet<DataClass>;
};

/** Refuses `what`, a field or an entity, to a role that may not read its class of data. */
export function requireReadable(
  { actor, readable }: ClassifiedContext,
  dataClass: DataClass,
  what: string,
): void {
  if (readable.has(dataClass)) return;
  if (actor.role === 'PUBLIC') throw unauthenticated(`"${what}"`);
  throw new DomainError(
    'FORBIDDEN_FIELD',
    `"${what}" is of class ${dataClass}, which role ${actor.role} may not read.`,
    { field: what, class: dataClass, role: actor.role },
  );
}
