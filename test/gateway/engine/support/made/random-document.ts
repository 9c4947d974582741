import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
} from 'graphql';
import { hashOf } from './hash.ts';
import type { AnOperation } from './made-graph.ts';
import { Inputs } from './random-inputs.ts';
import { type Choices, choicesFrom } from './random-values.ts';

export type Bounds = {
  readonly depth: number;
  /** Selections of the root, at most; deeper there are fewer. */
  readonly breadth: number;
};

/** What an operation is picked from. */
export type Ground = {
  readonly apiSchema: GraphQLSchema;
  readonly problemsOf: (document: ReturnType<typeof parse>) => readonly string[];
};

/** Valid random operations over a schema without an end, with every selection that GraphQL has. */
export function* randomOperations(
  { apiSchema, problemsOf }: Ground,
  kind: 'query' | 'mutation',
  bounds: Bounds,
  seed: string,
): Generator<AnOperation, never> {
  const written = fc.gen().map((gen) => new Writer(apiSchema, gen, bounds).operation(kind));
  for (let batch = 0; ; batch++) {
    for (const operation of fc.sample(written, {
      numRuns: BATCH,
      seed: hashOf(`${seed} ${batch}`) | 0,
    }))
      if (problemsOf(parse(operation.text)).length === 0) yield operation;
  }
}
const BATCH = 50;

/** Aliases, most of which are names of fields or of ours: the ones that could be mistaken. */
const ALIASES = [
  ...['a', 'b', 'id', 'name', '__typename', 'constructor', '__proto__', 'toString'],
  ...['presence__', '_entities', 'a__1', 'name__1', 'representations'],
];
const INTROSPECTION = [
  '__schema { queryType { name } }',
  '__type(name: "Query") { kind n: name }',
  'asked: __type(name: "Mutation") { fields { name } }',
];

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #choices: Choices;
  readonly #bounds: Bounds;
  readonly #fragments: string[] = [];
  readonly #inputs: Inputs;

  constructor(schema: GraphQLSchema, gen: GeneratorValue, bounds: Bounds) {
    this.#schema = schema;
    this.#choices = choicesFrom(gen);
    this.#inputs = new Inputs(this.#choices);
    this.#bounds = bounds;
  }

  operation(kind: 'query' | 'mutation'): AnOperation {
    const root = kind === 'query' ? this.#schema.getQueryType() : this.#schema.getMutationType();
    if (!root) throw new Error(`The schema has no ${kind}.`);
    const body = [this.#selections(root, 0), ...this.#fragments].join('\n');
    const { definitions, variables } = this.#inputs;
    return { text: `${kind} Random${definitions} ${body}`, variables };
  }

  #selections(type: GraphQLCompositeType, depth: number): string {
    const most = Math.max(2, this.#bounds.breadth - depth);
    const written: string[] = [];
    for (let left = this.#choices.upTo(most - 1) + 1; left > 0; left--)
      written.push(this.#another(written) ?? this.#selection(type, depth));
    return `{ ${written.join(' ')} }`;
  }

  /** Now and then what is there already, for selections merge. */
  #another(written: readonly string[]): string | null {
    return written.length > 0 && this.#choices.chance(12) ? this.#choices.pick(written) : null;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const { chance } = this.#choices;
    const wantsFragment = isUnionType(type) ? !chance(5) : chance(isAbstractType(type) ? 2 : 6);
    if (wantsFragment && depth < this.#bounds.depth + 2) return this.#fragment(type, depth);
    if (type === this.#schema.getQueryType() && chance(20))
      return this.#choices.pick(INTROSPECTION);
    return this.#field(type, depth);
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const { pick, chance } = this.#choices;
    const condition = pick(this.#conditionsFor(type));
    const directive = this.#directive();
    const selections = this.#selections(condition, depth + 1);
    if (chance(10) && condition === type) return `...${directive} ${selections}`;
    if (!chance(3)) return `... on ${condition.name}${directive} ${selections}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
    return `...${name}${directive}`;
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    const { pick, chance } = this.#choices;
    const fields = this.#fieldsFor(type, depth);
    if (fields.length === 0 || chance(10)) return `${this.#alias(type, 8)}__typename`;
    const field = pick(fields);
    const written = field.args.flatMap((arg) => this.#inputs.argument(arg));
    const below = getNamedType(field.type);
    const selections = isCompositeType(below) ? ` ${this.#selections(below, depth + 1)}` : '';
    const args = written.length > 0 ? `(${written.join(', ')})` : '';
    const alias = this.#alias(type, field.args.length > 0 ? 2 : 6);
    return `${alias}${field.name}${args}${this.#directive()}${selections}`;
  }

  #alias(type: GraphQLCompositeType, times: number): string {
    const { pick, chance } = this.#choices;
    if (!chance(times)) return '';
    if (isUnionType(type) || chance(2)) return `${pick(ALIASES)}: `;
    return `${pick(Object.keys(type.getFields()))}: `;
  }

  #directive(): string {
    const { chance, pick } = this.#choices;
    if (!chance(6)) return '';
    const written = ` @${pick(['skip', 'include'])}(if: ${this.#inputs.condition()})`;
    return chance(8) ? `${written}${this.#other(written)}` : written;
  }

  #other(written: string): string {
    return ` @${written.includes('skip') ? 'include' : 'skip'}(if: ${this.#inputs.condition()})`;
  }

  /** Near the deepest, only what ends there. */
  #fieldsFor(type: GraphQLCompositeType, depth: number): GraphQLField<unknown, unknown>[] {
    if (isUnionType(type)) return [];
    const fields = Object.values(type.getFields());
    const isLast = depth >= this.#bounds.depth;
    return fields.filter((field) => !isLast || !isCompositeType(getNamedType(field.type)));
  }

  /** The type itself, what is below it, and what its objects are as well. */
  #conditionsFor(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const others = Object.values(this.#schema.getTypeMap()).filter(
      (other) =>
        isAbstractType(other) &&
        possible.some((one) => 'isTypeOf' in one && this.#schema.isSubType(other, one)),
    );
    return [type, ...possible, ...others.filter(isCompositeType)];
  }
}
