import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isNonNullType,
  visit,
} from 'graphql';
import { failedAt } from './failed-at.ts';
import { type Complete, isPromise, type Path, type Run } from './run.ts';

/** A field of an object: its value, a promise of it, or null where it failed and may. */
export type CompiledField = {
  readonly key: string;
  readonly answer: (run: Run, source: unknown, parent: Path | undefined) => unknown;
};

type Arguments = Readonly<Record<string, unknown>>;
const NO_ARGUMENTS: Arguments = Object.freeze(Object.create(null));

function hasVariables(node: FieldNode): boolean {
  let found = false;
  const arguments_ = { ...node, selectionSet: undefined, directives: [] };
  visit(arguments_, {
    Variable() {
      found = true;
    },
  });
  return found;
}

/** Arguments in which no variable is are read once; each call is given a copy of its own. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (run: Run) => Arguments {
  if (field.args.length === 0) return () => NO_ARGUMENTS;
  if (hasVariables(node)) return (run) => getArgumentValues(field, node, run.variableValues);
  let known: Arguments | undefined;
  return () => {
    known ??= getArgumentValues(field, node);
    return { ...known };
  };
}

/** Calls the field's own resolver, with all that it checks, and completes what it answers. */
export function compileField(
  key: string,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  complete: Complete,
): CompiledField {
  const [node] = nodes;
  if (!node) throw new Error(`Nobody asks for "${key}".`);
  const resolve = field.resolve ?? defaultFieldResolver;
  const argumentsFor = argumentsOf(field, node);
  const failed = failedAt(nodes, !isNonNullType(field.type));
  const infoOf = (run: Run, path: Path): GraphQLResolveInfo => ({
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType,
    path,
    schema: run.schema,
    fragments: run.fragments,
    rootValue: undefined,
    operation: run.operation,
    variableValues: run.variableValues,
  });
  return {
    key,
    answer(run, source, prev) {
      const path: Path = { prev, key, typename: parentType.name };
      const info = infoOf(run, path);
      try {
        const value: unknown = resolve(source, argumentsFor(run), run.context, info);
        const completed = isPromise(value)
          ? value.then((resolved) => complete(run, resolved, info, path))
          : complete(run, value, info, path);
        if (!isPromise(completed)) return completed;
        return completed.then(undefined, (error: unknown) => failed(run, error, path));
      } catch (error) {
        return failed(run, error, path);
      }
    },
  };
}
