import type { Complete } from './complete.ts';
import type { Data } from './data.ts';
import { complain, GONE, type Shaping } from './shaping.ts';

/** One field of an answer's object. `name` is what the client calls it. */
export type Field =
  | { readonly kind: 'typename'; readonly name: string; readonly value: string }
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
  return field.value;
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
