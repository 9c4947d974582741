import { badUserInput } from '../errors.ts';
import { type Condition, HANDWRITTEN } from './handwritten.ts';
import { type Model, type Relation, snakeCase } from './model.ts';

type Models = ReadonlyMap<string, Model>;

/** Prisma's filter as far as we use it: fields, `AND`, `OR`, and the operators of `COMPARE`. */
export type Where = Readonly<Record<string, unknown>>;

/** Collects what a statement is given, so that its text depends on its shape alone. */
export type Values = { readonly list: unknown[] };

/** The one character that PostgreSQL cannot keep in a text. */
const NUL = '\u0000';

/** A date is sent in UTC: the driver would write it in the process's time zone, a day early west of Greenwich. */
export function parameter(values: Values, value: unknown): string {
  if (typeof value === 'string' && value.includes(NUL))
    throw badUserInput('A text cannot have the character U+0000. Leave it out.');
  return `$${values.list.push(value instanceof Date ? value.toISOString() : value)}`;
}

const COMPARE: Readonly<Record<string, (column: string, given: string) => string>> = {
  equals: (column, given) => `${column} = ${given}`,
  lt: (column, given) => `${column} < ${given}`,
  lte: (column, given) => `${column} <= ${given}`,
  gt: (column, given) => `${column} > ${given}`,
  gte: (column, given) => `${column} >= ${given}`,
  startsWith: (column, given) => `starts_with(${column}, ${given})`,
  has: (column, given) => `${given} = any(${column})`,
};

/**
 * One value is compared as one, not as a list: a prepared statement with a list looks ten times as
 * dear to PostgreSQL as the list in hand, so it is planned anew each time, for longer than it runs.
 */
export function among(column: string, list: unknown, values: Values): string {
  if (Array.isArray(list) && list.length === 1) return `${column} = ${parameter(values, list[0])}`;
  return `${column} = any(${parameter(values, list)})`;
}

const isOperators = (filter: unknown): filter is Where =>
  typeof filter === 'object' &&
  filter !== null &&
  !(filter instanceof Date) &&
  !Array.isArray(filter);

function compare(column: string, filter: unknown, values: Values): string {
  if (filter === null) return `${column} is null`;
  if (!isOperators(filter)) return `${column} = ${parameter(values, filter)}`;
  const parts = Object.entries(filter).map(([operator, given]) => {
    if (given === undefined) return 'true';
    if (operator === 'not' && given === null) return `${column} is not null`;
    if (operator === 'in') return among(column, given, values);
    const write = COMPARE[operator];
    if (!write) throw new Error(`A compiled read has no operator "${operator}".`);
    return write(column, parameter(values, given));
  });
  return parts.join(' and ');
}

/** The rows a condition is about: a model under an alias. */
export type Subject = { readonly models: Models; readonly model: string; readonly alias: string };

/** "There is a row over there that fits": for a filter on a relation. */
function exists(subject: Subject, relation: Relation, where: Where, values: Values): string {
  const alias = `${subject.alias}w`;
  const table = subject.models.get(relation.model)?.table;
  const join = `${alias}."${snakeCase(relation.other)}" = ${subject.alias}."${snakeCase(relation.own)}"`;
  const there = { models: subject.models, model: relation.model, alias };
  return `exists (select 1 from "${table}" ${alias} where ${join} and ${compileWhere(there, where, values)})`;
}

function compileEach(subject: Subject, filters: unknown, values: Values): string[] {
  return [filters].flat().map((filter) => compileWhere(subject, filter as Where, values));
}

function compileEntry(subject: Subject, name: string, filter: unknown, values: Values): string {
  if (name === 'AND') return compileEach(subject, filter, values).join(' and ');
  if (name === 'OR') return `(${compileEach(subject, filter, values).join(' or ') || 'false'})`;
  if (name === HANDWRITTEN)
    return `(${(filter as Condition)(
      (field) => `${subject.alias}."${snakeCase(field)}"`,
      (value) => parameter(values, value),
    )})`;
  const model = subject.models.get(subject.model);
  const relation = model?.relations.get(name);
  if (relation) return exists(subject, relation, filter as Where, values);
  if (!model?.columns.includes(name))
    throw new Error(`A compiled read has no column "${subject.model}.${name}".`);
  return compare(`${subject.alias}."${snakeCase(name)}"`, filter, values);
}

/** The condition for one alias, or `true` for an empty filter. `undefined` counts as absent. */
export function compileWhere(subject: Subject, where: Where | undefined, values: Values): string {
  return (
    Object.entries(where ?? {})
      .filter(([, filter]) => filter !== undefined)
      .map(([name, filter]) => compileEntry(subject, name, filter, values))
      .filter((part) => part && part !== 'true')
      .join(' and ') || 'true'
  );
}
