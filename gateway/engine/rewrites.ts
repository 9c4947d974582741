import type { FetchNode } from '@apollo/query-planner';
import { type Data, isData } from './data.ts';
import type { Types } from './types.ts';

type Rewrite = NonNullable<FetchNode['inputRewrites']>[number];
type Apply = (value: unknown) => void;

const CONDITION = '... on ';

/** Changes that the planner wants in what goes to a subgraph or comes from it: names of types, and aliases. */
export function compileRewrites(
  rewrites: readonly Rewrite[] | undefined,
  types: Types,
): Apply | null {
  if (!rewrites?.length) return null;
  const all = rewrites.map((rewrite) => at(rewrite.path.slice(0, -1), changeOf(rewrite), types));
  return (value) => {
    for (const apply of all) apply(value);
  };
}

function changeOf(rewrite: Rewrite): (object: Data) => void {
  const name = rewrite.path.at(-1) ?? '';
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      object[name] = rewrite.setValueTo;
    };
  }
  return (object) => {
    if (object[name] === undefined) return;
    object[rewrite.renameKeyTo] = object[name];
    delete object[name];
  };
}

function at(path: readonly string[], change: (object: Data) => void, types: Types): Apply {
  const [first, ...rest] = path;
  const inner: Apply =
    first === undefined ? (object) => isData(object) && change(object) : at(rest, change, types);
  const step: Apply = first === undefined ? inner : stepOf(first, inner, types);
  const walk: Apply = (value) => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isData(value)) step(value);
  };
  return walk;
}

/** Where an object does not say its type, a condition holds: it was asked under that condition only. */
function stepOf(element: string, inner: Apply, types: Types): Apply {
  if (!element.startsWith(CONDITION)) return (value) => isData(value) && inner(value[element]);
  const within = types.within(element.slice(CONDITION.length));
  return (value) => {
    if (!isData(value)) return;
    const { __typename: name } = value;
    if (typeof name !== 'string' || within.has(name)) inner(value);
  };
}
