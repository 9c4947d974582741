import { snakeCase } from './model.ts';

/** Prisma's filter as far as we use it: fields, `AND`, `OR`, and the operators of `COMPARE`. */
export type Where = Readonly<Record<string, unknown>>;

/** Collects what a statement is given, so that its text depends on its shape alone. */
export type Values = { readonly list: unknown[] };

export const parameter = (values: Values, value: unknown): string => `$${values.list.push(value)}`;

const COMPARE: Readonly<Record<string, (column: string, given: string) => string>> = {
  equals: (column, given) => `${column} = ${given}`,
  in: (column, given) => `${column} = any(${given})`,
  lt: (column, given) => `${column} < ${given}`,
  lte: (column, given) => `${column} <= ${given}`,
  gt: (column, given) => `${column} > ${given}`,
  gte: (column, given) => `${column} >= ${given}`,
  startsWith: (column, given) => `starts_with(${column}, ${given})`,
  has: (column, given) => `${given} = any(${column})`,
};

const isOperators = (filter: unknown): filter is Where =>
  typeof filter === 'object' &&
  filter !== null &&
  !(filter instanceof Date) &&
  !Array.isArray(filter);

function compare(column: string, filter: unknown, values: Values): string {
  if (filter === null) return `${column} is null`;
  if (!isOperators(filter)) return `${column} = ${parameter(values, filter)}`;
  const parts = Object.entries(filter).map(([operator, given]) => {
    if (operator === 'not' && given === null) return `${column} is not null`;
    const write = COMPARE[operator];
    if (!write) throw new Error(`A compiled read has no operator "${operator}".`);
    return write(column, parameter(values, given));
  });
  return parts.join(' and ');
}

/** The condition for one alias, or `true` for an empty filter. `undefined` counts as absent. */
export function compileWhere(alias: string, where: Where | undefined, values: Values): string {
  const each = (filters: unknown) =>
    (Array.isArray(filters) ? filters : [filters]).map((filter) =>
      compileWhere(alias, filter as Where, values),
    );
  const parts = Object.entries(where ?? {})
    .filter(([, filter]) => filter !== undefined)
    .map(([name, filter]) => {
      if (name === 'AND') return each(filter).join(' and ');
      if (name === 'OR') return `(${each(filter).join(' or ') || 'false'})`;
      return compare(`${alias}."${snakeCase(name)}"`, filter, values);
    });
  return parts.filter(Boolean).join(' and ') || 'true';
}
