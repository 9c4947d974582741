import {
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { type Choices, isWanted, randomJson, writeJson } from './random-values.ts';

/** The arguments and the variables of one random operation. */
export class Inputs {
  readonly #choices: Choices;
  readonly #definitions = new Map<string, string>();
  readonly variables: Record<string, unknown> = {};

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  /** The variables' definitions in their parentheses. */
  get definitions(): string {
    const all = [...this.#definitions].map(([name, of]) => `$${name}: ${of}`);
    return all.length > 0 ? `(${all.join(', ')})` : '';
  }

  /** An argument as it is written, or nothing where it is left out. */
  argument(argument: GraphQLArgument): string[] {
    return isWanted(this.#choices, argument, 0)
      ? [`${argument.name}: ${this.#value(argument.type, argument.defaultValue !== undefined, 0)}`]
      : [];
  }

  /** A value as it is written, with variables in it. */
  #value(type: GraphQLInputType, hasDefault: boolean, depth: number): string {
    const { chance, upTo } = this.#choices;
    if (chance(4)) return this.#variable(type, hasDefault);
    if (!isNonNullType(type) && chance(10)) return 'null';
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner) && !chance(5))
      return `[${Array.from({ length: upTo(2) }, () => this.#value(inner.ofType, false, depth + 1)).join(', ')}]`;
    if (isListType(inner)) return this.#value(inner.ofType, false, depth + 1);
    if (!isInputObjectType(inner)) return writeJson(randomJson(this.#choices, inner), inner);
    const fields = Object.values(inner.getFields()).filter((field) =>
      isWanted(this.#choices, field, depth + 1),
    );
    return `{ ${fields
      .map((of) => `${of.name}: ${this.#value(of.type, of.defaultValue !== undefined, depth + 1)}`)
      .join(', ')} }`;
  }

  /** A variable that may stand where a type is wanted: of that type, or one that may not be null, or with a default. */
  #variable(type: GraphQLInputType, hasDefault: boolean): string {
    const { chance, upTo } = this.#choices;
    const name = this.#definitions.size === 0 ? 'representations' : `v${this.#definitions.size}`;
    const inner = isNonNullType(type) ? type.ofType : type;
    const withDefault = chance(3);
    const isLoose = withDefault || hasDefault || !isNonNullType(type);
    const isNonNull = !isLoose || chance(4);
    const preset = withDefault ? ` = ${writeJson(randomJson(this.#choices, inner), inner)}` : '';
    this.#definitions.set(name, `${inner}${isNonNull ? '!' : ''}${preset}`);
    const mayBeLeftOut = withDefault || !isNonNull;
    if (!mayBeLeftOut || upTo(2) > 0) this.variables[name] = randomJson(this.#choices, inner);
    return `$${name}`;
  }

  /** Whether a selection is in: of one document, everything hangs on few variables. */
  condition(): string {
    const { pick, chance } = this.#choices;
    const value = pick(['$on', '$off', 'true', 'false']);
    if (value === '$on' && !this.#definitions.has('on')) {
      this.#definitions.set('on', 'Boolean!');
      this.variables.on = chance(2);
    }
    if (value === '$off' && !this.#definitions.has('off')) {
      this.#definitions.set('off', 'Boolean = false');
      if (chance(2)) this.variables.off = chance(2);
    }
    return value;
  }
}
