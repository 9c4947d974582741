import { createHash } from 'node:crypto';
import type { FieldNode } from 'graphql';
import { responseKeyOf } from './collect-fields.ts';

/** What one field asks of its row's table: Prisma's `select`, or a function that makes it. */
export type SelectMaker = (
  args: Readonly<Record<string, unknown>>,
  context: object,
  nested: (query?: unknown) => object,
) => { readonly select: Readonly<Record<string, unknown>> } | null;
export type PlannedSelect = SelectMaker | Readonly<Record<string, unknown>>;

/** Where a field's select stands in its configuration's extensions. */
export const PLANNED_SELECT = 'plannedSelect';

/** With a relation's name before it, this stays within the 63 bytes of a name in PostgreSQL. */
const LONGEST_KEY = 24;

/** The name under which one place in an operation finds its rows: an alias has rows of its own. */
export function placed(relation: string, responseKey: string): string {
  if (responseKey.length <= LONGEST_KEY) return `${relation}@${responseKey}`;
  const short = createHash('sha256').update(responseKey).digest('hex').slice(0, LONGEST_KEY);
  return `${relation}@${short}`;
}

/** A relation's own name, and the name its rows have for one place. */
type ReadRelation = { readonly name: string; readonly entry: string };

const relations = new WeakMap<FieldNode, readonly ReadRelation[]>();

/** Remembers which relations a place reads; a document's nodes live as long as it is kept parsed. */
export function rememberRelations(node: FieldNode, names: readonly string[]): void {
  const key = responseKeyOf(node);
  relations.set(
    node,
    names.map((name) => ({ name, entry: placed(name, key) })),
  );
}
export const relationsOf = (node: FieldNode | undefined): readonly ReadRelation[] =>
  (node && relations.get(node)) ?? [];
