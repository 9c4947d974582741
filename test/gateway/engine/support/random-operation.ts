import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { shopSupergraph, type Variables } from './shop-graph.ts';

export type RandomOperation = { readonly text: string; readonly variables: Variables };

const MAX_DEPTH = 5;
const schema = shopSupergraph.apiSchema;

/** Values that an argument may have, as they are written; `null` leaves it out. */
const ARGUMENTS: Readonly<Record<string, readonly (string | null)[]>> = {
  first: [null, '1', '3', '$first'],
  upc: ['"b1"', '"b2"', '"g1"', '"none"', '$upc'],
  id: ['"m1"', '"s1"', '"x"'],
  text: [null, '""', '"abc"'],
  currency: [null, 'USD', 'EUR', '$currency'],
  country: [null, '"Peru"'],
  level: ['1', '2', '9'],
  stars: [null, '[1, 2]', '[]', '3', '$stars'],
  input: [null, 'null', '{ text: "x" }', '{ tags: ["a"], currency: EUR }'],
  name: ['"New"'],
};
const STARS_OF_A_REVIEW = ['1', '4'];

/** Aliases, most of which are names of fields: the ones that could be mistaken. */
const ALIASES = ['a', 'b', 'id', 'upc', 'name', 'price', 'title', '__typename', 'constructor'];

const DEFINITIONS: Readonly<Record<string, string>> = {
  first: '$first: Int = 2',
  upc: '$upc: ID! = "b3"',
  currency: '$currency: Currency',
  stars: '$stars: [Int!]',
  on: '$on: Boolean!',
  off: '$off: Boolean = false',
};

/** Writes random operations over the shop: nearly all valid, with every selection that GraphQL has. */
export const randomOperation = (kind: 'query' | 'mutation') =>
  fc.gen().map((gen): RandomOperation => new Writer(gen).operation(kind));

class Writer {
  readonly #gen: GeneratorValue;
  readonly #fragments: string[] = [];

  constructor(gen: GeneratorValue) {
    this.#gen = gen;
  }

  operation(kind: 'query' | 'mutation'): RandomOperation {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    if (!root) throw new Error(`The shop has no ${kind}.`);
    const body = [this.#selections(root, 0), ...this.#fragments].join('\n');
    const used = Object.keys(DEFINITIONS).filter((name) => body.includes(`$${name}`));
    const definitions = used.map((name) => DEFINITIONS[name]).join(', ');
    const given: Record<string, unknown> = { on: this.#chance(2), off: this.#chance(2) };
    if (this.#chance(2)) Object.assign(given, { first: 1, currency: 'EUR', stars: [1, 2, 3] });
    const variables = Object.fromEntries(
      Object.entries(given).filter(([name]) => used.includes(name)),
    );
    return { text: `${kind} Random${definitions ? `(${definitions})` : ''} ${body}`, variables };
  }

  #pick<Value>(values: readonly Value[]): Value {
    const value = values[this.#gen(fc.integer, { min: 0, max: values.length - 1 })];
    if (value === undefined) throw new Error('There is nothing to pick.');
    return value;
  }

  /** True once in so many times. */
  #chance(times: number): boolean {
    return this.#gen(fc.integer, { min: 1, max: times }) === times;
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const count = this.#gen(fc.integer, { min: 1, max: depth > 2 ? 2 : 4 });
    const written = Array.from({ length: count }, () => this.#selection(type, depth));
    return `{ ${written.join(' ')} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const wantsFragment = isUnionType(type) ? !this.#chance(5) : this.#chance(4);
    return wantsFragment && depth < MAX_DEPTH + 2
      ? this.#fragment(type, depth)
      : this.#field(type, depth);
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const condition = this.#pick(conditionsFor(type));
    const directive = this.#directive();
    const selections = this.#selections(condition, depth + 1);
    if (!this.#chance(3)) return `... on ${condition.name}${directive} ${selections}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
    return `...${name}${directive}`;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    const fields = fieldsFor(type, depth);
    if (fields.length === 0 || this.#chance(10)) return `${this.#alias(8)}__typename`;
    const field = this.#pick(fields);
    const args = field.args.flatMap((arg) => this.#argument(field, arg));
    const below = getNamedType(field.type);
    const selections = isCompositeType(below) ? ` ${this.#selections(below, depth + 1)}` : '';
    const written = args.length > 0 ? `(${args.join(', ')})` : '';
    return `${this.#alias(args.length > 0 ? 2 : 6)}${field.name}${written}${this.#directive()}${selections}`;
  }

  #alias(times: number): string {
    return this.#chance(times) ? `${this.#pick(ALIASES)}: ` : '';
  }

  #argument(field: GraphQLField<unknown, unknown>, { name }: GraphQLArgument): string[] {
    const values =
      field.name === 'review' && name === 'stars' ? STARS_OF_A_REVIEW : (ARGUMENTS[name] ?? []);
    const value = this.#pick(values);
    return value === null ? [] : [`${name}: ${value}`];
  }

  #directive(): string {
    if (!this.#chance(6)) return '';
    const name = this.#pick(['skip', 'include']);
    return ` @${name}(if: ${this.#pick(['$on', '$off', 'true', 'false'])})`;
  }
}

/** Near the deepest, only what ends there. */
function fieldsFor(type: GraphQLCompositeType, depth: number): GraphQLField<unknown, unknown>[] {
  if (isUnionType(type)) return [];
  const fields = Object.values(type.getFields());
  const isLast = depth >= MAX_DEPTH;
  return fields.filter((field) => !isLast || !isCompositeType(getNamedType(field.type)));
}

/** The type itself, what is below it, and what its objects are as well. */
function conditionsFor(type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const others = Object.values(schema.getTypeMap()).filter(
    (other) =>
      (isInterfaceType(other) || isUnionType(other)) &&
      possible.some((one) => isObjectType(one) && schema.isSubType(other, one)),
  );
  return [type, ...possible, ...others.filter(isCompositeType)];
}
