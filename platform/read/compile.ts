import { type Model, type Relation, snakeCase } from './model.ts';
import { compileWhere, parameter, type Values, type Where } from './where.ts';

/** Prisma's `findMany` arguments as far as we compile them; the types of callers are Prisma's own. */
export type ReadArgs = {
  readonly where?: Where;
  readonly select?: Readonly<Record<string, unknown>> | null;
  readonly include?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: OrderBy | readonly OrderBy[];
  readonly take?: number;
};
type OrderBy = Readonly<Record<string, unknown>>;

/** Makes the dates of a row, and of the rows below it, `Date`s again after their way through JSON. */
export type Revive = (row: Record<string, unknown>) => void;

/** What is read of each row: the output columns, one a field, and how to revive them. */
export type Outputs = { readonly sql: string; readonly revive: Revive };

/** One statement's rows: its outputs, and the rest of it from `from` on. */
export type CompiledRows = { readonly outputs: Outputs; readonly rest: string };

export const sqlOf = ({ outputs, rest }: CompiledRows): string => `select ${outputs.sql} ${rest}`;

type Models = ReadonlyMap<string, Model>;
type Selected = { readonly columns: readonly string[]; readonly relations: [string, ReadArgs][] };

/** An entry of an `include` may stand for one place among several: `activities@exploration`. */
const relationName = (entry: string): string => entry.split('@', 1)[0] ?? entry;

const NO_ARGS: ReadArgs = {};

function selection(model: Model, { select, include }: ReadArgs): Selected {
  const chosen = Object.entries(select ?? include ?? {}).filter(([, wanted]) => wanted);
  const relations = chosen
    .filter(([name]) => model.relations.has(relationName(name)))
    .map(([name, args]): [string, ReadArgs] => [
      name,
      args === true ? NO_ARGS : (args as ReadArgs),
    ]);
  const columns = select
    ? chosen.map(([name]) => name).filter((name) => model.columns.includes(name))
    : model.columns;
  return { columns, relations };
}

const writtenColumns = new WeakMap<readonly string[], Map<string, string>>();

/** The columns as output, remembered for the lists that repeat: those of whole models. */
function writeColumns(alias: string, columns: readonly string[]): string {
  const written = writtenColumns.get(columns) ?? new Map<string, string>();
  writtenColumns.set(columns, written);
  const known = written.get(alias);
  if (known !== undefined) return known;
  const sql = columns.map((name) => `${alias}."${snakeCase(name)}" as "${name}"`).join(', ');
  written.set(alias, sql);
  return sql;
}

function compileOrder(alias: string, orderBy: ReadArgs['orderBy']): string {
  const entries = [orderBy ?? []].flat().flatMap((order) => Object.entries(order));
  const parts = entries.map(
    ([name, direction]) => `${alias}."${snakeCase(name)}" ${direction === 'desc' ? 'desc' : 'asc'}`,
  );
  return parts.length > 0 ? ` order by ${parts.join(', ')}` : '';
}

function reviveDates(row: Record<string, unknown>, dates: readonly string[]): void {
  for (const name of dates) {
    const value = row[name];
    if (typeof value === 'string') row[name] = new Date(value);
  }
}

function reviveBelow(value: unknown, revive: Revive): void {
  if (Array.isArray(value)) for (const child of value) revive(child);
  else if (value) revive(value as Record<string, unknown>);
}

function reviver(model: Model, selected: Selected, nested: ReadonlyMap<string, Revive>): Revive {
  const dates = model.dates.filter((name) => selected.columns.includes(name));
  return (row) => {
    reviveDates(row, dates);
    for (const [name, revive] of nested) reviveBelow(row[name], revive);
  };
}

/** What needs no values is the same for all requests: it is compiled once for the arguments that were handed over. */
function rememberedBy<Compiled>() {
  const known = new WeakMap<object, Map<string, Compiled>>();
  return (key: object, place: string, values: Values, compile: () => Compiled): Compiled => {
    const found = known.get(key)?.get(place);
    if (found) return found;
    const before = values.list.length;
    const compiled = compile();
    if (values.list.length > before) return compiled;
    const compilations = known.get(key) ?? new Map<string, Compiled>();
    known.set(key, compilations.set(place, compiled));
    return compiled;
  };
}
type CompiledRelation = { readonly sql: string; readonly revive: Revive };
const rememberedRelation = rememberedBy<CompiledRelation>();
const rememberedOutputs = rememberedBy<Outputs>();

/** The rows that a relation leads to, as a subquery. */
function compileRelation(
  models: Models,
  { model, own, other }: Relation,
  args: ReadArgs,
  values: Values,
  depth: number,
): CompiledRelation {
  const join = `t${depth}."${snakeCase(other)}" = t${depth - 1}."${snakeCase(own)}"`;
  return rememberedRelation(args, `${model} ${join}`, values, () => {
    const rows = compileRows(models, model, args, values, () => join, depth);
    return { sql: sqlOf(rows), revive: rows.outputs.revive };
  });
}

function compileOutputs(
  models: Models,
  model: Model,
  args: ReadArgs,
  values: Values,
  depth: number,
): Outputs {
  const alias = `t${depth}`;
  const selected = selection(model, args);
  const revives = new Map<string, Revive>();
  const outputs = selected.columns.length > 0 ? [writeColumns(alias, selected.columns)] : [];
  for (const [entry, relationArgs] of selected.relations) {
    const relation = model.relations.get(relationName(entry)) as Relation;
    const child = compileRelation(models, relation, relationArgs, values, depth + 1);
    revives.set(entry, child.revive);
    const json = relation.isList
      ? `coalesce(json_agg(row_to_json(r${depth})), '[]')`
      : `row_to_json(r${depth})`;
    outputs.push(`(select ${json} from (${child.sql}) r${depth}) as "${entry}"`);
  }
  return { sql: outputs.join(', '), revive: reviver(model, selected, revives) };
}

/**
 * Compiles `findMany` arguments into one `select`; each relation becomes a correlated subquery that
 * returns JSON, so that a whole tree is one round trip. `extra` is one more condition on the rows.
 */
export function compileRows(
  models: Models,
  name: string,
  args: ReadArgs,
  values: Values,
  extra: (alias: string) => string = () => '',
  depth = 0,
): CompiledRows {
  const model = models.get(name);
  if (!model) throw new Error(`There is no model "${name}".`);
  const alias = `t${depth}`;
  // A plan that is the same for every request hands over the same `include` each time.
  const chosen = args.select ?? args.include ?? model;
  const outputs = rememberedOutputs(chosen, `${name} ${alias}`, values, () =>
    compileOutputs(models, model, args, values, depth),
  );
  const condition = [extra(alias), compileWhere({ models, model: name, alias }, args.where, values)]
    .filter((part) => part && part !== 'true')
    .join(' and ');
  const limit = args.take === undefined ? '' : ` limit ${parameter(values, args.take)}`;
  const rest =
    `from "${model.table}" ${alias}` +
    `${condition && ` where ${condition}`}${compileOrder(alias, args.orderBy)}${limit}`;
  return { outputs, rest };
}
