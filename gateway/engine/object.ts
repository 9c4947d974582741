import { NoPlan } from '../planning/refusals.ts';
import type { Complete } from './complete.ts';
import type { Data, Path } from './data.ts';
import { complain, type Shaping, type Text } from './shaping.ts';
import { listsAll, report, within } from './too-large.ts';

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

type DataField = Extract<Field, { kind: 'data' }>;

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
function completeMissing(field: DataField, source: Data, shaping: Shaping, depth: number): Text {
  const explained = shaping.lacking.get(source);
  if (explained === undefined) {
    // Of a page that lacks it everywhere, the plan is looked through for the listed ones only.
    if (listsAll(shaping.errors)) complainOfMissing(field, shaping, depth);
    return field.mayBeNull ? 'null' : undefined;
  }
  return explained && !field.mayBeNull ? undefined : field.complete(null, shaping, depth);
}

function complainOfMissing({ isPlanned, where }: DataField, shaping: Shaping, depth: number): void {
  const path = shaping.path.slice(0, depth);
  if (isPlanned(path)) complain(shaping, depth, `No subgraph gave ${where}.`);
  else report(shaping.errors, () => new NoPlan(`The plan asks nobody for ${where}.`, path));
}
