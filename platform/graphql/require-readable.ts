import type { Actor } from '../actor.ts';
import { DomainError, unauthenticated } from '../errors.ts';
import type { DataClass, Role } from '../vocabulary.ts';

/** What the check of classes needs of every subgraph's context. */
export type ClassifiedContext = {
  readonly actor: Actor;
  readonly readable: ReadonlySet<DataClass>;
};

/** Of which rows one role may read a field whose class it may not read: data in, a yes or no out. */
export type RowException = {
  readonly role: Role;
  /** Written as a method, so that each type may say it of its own rows. */
  holds(row: object): boolean;
};

const isExcepted = ({ actor }: ClassifiedContext, exception?: RowException, row?: unknown) =>
  exception?.role === actor.role &&
  typeof row === 'object' &&
  row !== null &&
  exception.holds(row) === true;

/** Refuses `what`, a field or an entity, to a role that may not read its class of data. */
export function requireReadable(
  context: ClassifiedContext,
  dataClass: DataClass,
  what: string,
  exception?: RowException,
  row?: unknown,
): void {
  const { actor, readable } = context;
  if (readable.has(dataClass) || isExcepted(context, exception, row)) return;
  if (actor.role === 'PUBLIC') throw unauthenticated(`"${what}"`);
  throw new DomainError(
    'FORBIDDEN_FIELD',
    `"${what}" is of class ${dataClass}, which role ${actor.role} may not read.`,
    { field: what, class: dataClass, role: actor.role },
  );
}
