import { NoPlan } from '../planning/refusals.ts';
import type { Complete } from './complete.ts';
import type { Data, Path } from './data.ts';
import { complain, type Shaping, type Text } from './shaping.ts';
import { report, within } from './too-large.ts';

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
      readonly isPlanned: (path: Path) => boolean;
      readonly complete: Complete;
    };

export type CompleteObject = (value: Data, shaping: Shaping, depth: number) => Text;

export function completeObject(fields: readonly Field[]): CompleteObject & Complete {
  const all = fields.map((field, index) => ({
    field,
    before: `${index === 0 ? '' : ','}${JSON.stringify(field.name)}:`,
  }));
  return (value, shaping, depth) => {
    const source = value as Data;
    let text = '{';
    for (const { field, before } of all) {
      shaping.path[depth] = field.name;
      const completed = completeField(field, source, shaping, depth + 1);
      if (completed === undefined) return undefined;
      text = within(shaping.limit, text + before + completed);
    }
    return `${text}}`;
  };
}

function completeField(field: Field, source: Data, shaping: Shaping, depth: number): Text {
  if (field.kind === 'data') {
    const value = source[field.source];
    if (value === undefined) return completeMissing(field, source, shaping, depth);
    return field.complete(value, shaping, depth);
  }
  if (field.kind === 'introspection') return shaping.introspected.get(field.name) ?? 'null';
  return field.value;
}

/** Never asked for is not null: a plan that forgets a field must not look like an answer. */
function completeMissing(
  field: Extract<Field, { kind: 'data' }>,
  source: Data,
  shaping: Shaping,
  depth: number,
): Text {
  const explained = shaping.lacking.get(source);
  if (explained === undefined) {
    const path = shaping.path.slice(0, depth);
    if (field.isPlanned(path)) complain(shaping, depth, `No subgraph gave ${field.where}.`);
    else report(shaping.errors, () => new NoPlan(`The plan asks nobody for ${field.where}.`, path));
    return field.mayBeNull ? 'null' : undefined;
  }
  return explained && !field.mayBeNull ? undefined : field.complete(null, shaping, depth);
}
