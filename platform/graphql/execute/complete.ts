import { inspect } from 'node:util';
import {
  type FieldNode,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { completeAbstract } from './abstract.ts';
import { completeList } from './list.ts';
import { type Complete, isPromise, type SelectionOf } from './run.ts';

function completeLeaf(type: GraphQLLeafType): Complete {
  return (_run, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${serialized}`,
    );
  };
}

function completeObject(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  selectionOf: SelectionOf,
): Complete {
  const selection = selectionOf(type, nodes);
  const { isTypeOf } = type;
  if (!isTypeOf) return (run, value, _info, path) => selection(run, value, path);
  return (run, value, info, path) => {
    const select = (isOfType: boolean) => {
      if (isOfType) return selection(run, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
        nodes,
      });
    };
    const isOfType = isTypeOf(value, run.context, info);
    return isPromise(isOfType) ? isOfType.then(select) : select(isOfType);
  };
}

/** A value that is there and no error goes on to `complete`; in a nullable place null may be. */
const orNull =
  (complete: Complete): Complete =>
  (run, value, info, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value, info, path);
  };

const orThrow =
  (complete: Complete): Complete =>
  (run, value, info, path) => {
    const completed = complete(run, value, info, path);
    if (completed !== null) return completed;
    const field = `${info.parentType.name}.${info.fieldName}`;
    throw new Error(`Cannot return null for non-nullable field ${field}.`);
  };

/** How values of a type are completed at a place that `nodes` ask: decided once, for every value. */
export function completeAs(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  selectionOf: SelectionOf,
): Complete {
  if (isNonNullType(type)) return orThrow(completeAs(type.ofType, nodes, selectionOf));
  if (isListType(type)) {
    const completeItem = completeAs(type.ofType, nodes, selectionOf);
    return orNull(completeList(type.ofType, nodes, completeItem));
  }
  if (isLeafType(type)) return orNull(completeLeaf(type));
  if (!isAbstractType(type)) return orNull(completeObject(type, nodes, selectionOf));
  const known = new Map<GraphQLObjectType, Complete>();
  return orNull(
    completeAbstract(type, (object) => {
      const complete = known.get(object) ?? completeObject(object, nodes, selectionOf);
      known.set(object, complete);
      return complete;
    }),
  );
}
