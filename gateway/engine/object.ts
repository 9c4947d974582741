import type { GraphQLAbstractType, GraphQLCompositeType, GraphQLSchema } from 'graphql';
import type { Complete } from './complete.ts';
import type { Data } from './data.ts';
import { complain, GONE, type Shaping } from './shaping.ts';

/** One field of an answer's object. `name` is what the client calls it. */
export type Field =
  /** Null where the object's type could not be learned. */
  | { readonly kind: 'typename'; readonly name: string; readonly value: string | null }
  | { readonly kind: 'introspection'; readonly name: string }
  | {
      readonly kind: 'data';
      readonly name: string;
      /** What the gathered data calls it. */
      readonly source: string;
      readonly where: string;
      readonly mayBeNull: boolean;
      readonly complete: Complete;
    };

export type CompleteObject = (value: Data, shaping: Shaping, depth: number) => unknown;

export function completeObject(fields: readonly Field[]): CompleteObject & Complete {
  return (value, shaping, depth) => {
    const source = value as Data;
    const answer: Data = {};
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index];
      if (!field) break;
      shaping.path[depth] = field.name;
      const completed = completeField(field, source, shaping, depth + 1);
      if (completed === GONE) return GONE;
      put(answer, field.name, completed);
    }
    return answer;
  };
}

/** A plain assignment of `__proto__` would be none. */
function put(answer: Data, name: string, value: unknown): void {
  if (name !== '__proto__') answer[name] = value;
  else Object.defineProperty(answer, name, { value, enumerable: true, writable: true });
}

function completeField(field: Field, source: Data, shaping: Shaping, depth: number): unknown {
  if (field.kind === 'data') {
    const value = source[field.source];
    if (value === undefined) return completeMissing(field, source, shaping, depth);
    return field.complete(value, shaping, depth);
  }
  if (field.kind === 'introspection') return shaping.introspected[field.name];
  return field.value ?? complain(shaping, depth, 'The type of an object is not known.');
}

/** Never asked for is not null: a plan that forgets a field must not look like an answer. */
function completeMissing(
  field: Extract<Field, { kind: 'data' }>,
  source: Data,
  shaping: Shaping,
  depth: number,
): unknown {
  const explained = shaping.lacking.get(source);
  if (explained === undefined) {
    complain(shaping, depth, `No subgraph gave ${field.where}.`);
    return field.mayBeNull ? null : GONE;
  }
  return explained && !field.mayBeNull ? GONE : field.complete(null, shaping, depth);
}

/**
 * An object of an interface or a union, by its `__typename`. The selections are compiled for each type
 * when the first object of it comes.
 */
export function completeAbstract(
  type: GraphQLAbstractType,
  schema: GraphQLSchema,
  compile: (runtime: GraphQLCompositeType) => CompleteObject,
  where: string,
): CompleteObject {
  const possible = new Map<string, GraphQLCompositeType>(
    [type, ...schema.getPossibleTypes(type)].map((one) => [one.name, one]),
  );
  const compiled = new Map<unknown, CompleteObject>();
  return (value, shaping, depth) => {
    const { __typename: name } = value;
    const known = compiled.get(name);
    if (known) return known(value, shaping, depth);
    const runtime = typeof name === 'string' ? possible.get(name) : undefined;
    if (!runtime) return complain(shaping, depth, `${where} is of no type that it may have.`);
    const complete = compile(runtime);
    compiled.set(name, complete);
    return complete(value, shaping, depth);
  };
}
