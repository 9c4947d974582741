import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './client-operation.ts';
import { joinedFields } from './join-fields.ts';
import type { Types } from './types.ts';

/** Selections of an object of a type: a client's, or what a field requires. */
type Selected = {
  readonly type: string;
  readonly set: SelectionSetNode;
  /** The fields that required it, each by the one before; empty for a client's. */
  readonly by: readonly string[];
};

/** Throws where an operation asks for fields whose requirements cannot be met together. */
export type RefuseConflicts = (document: DocumentNode) => void;

/**
 * Two fields may require a third of one object with different arguments, of their own object or of one below it, and
 * through what they require in turn. The planner asks for it once, under its own name, and hands the one value to
 * both: there is no plan that is right, so there is an error.
 */
export function createConflicts(
  supergraph: GraphQLSchema,
  apiSchema: GraphQLSchema,
  types: Types,
): RefuseConflicts {
  const required = new Map<string, SelectionSetNode[]>();
  for (const { type, field, value } of joinedFields(supergraph, 'requires')) {
    const coordinate = `${type}.${field}`;
    required.set(coordinate, [...(required.get(coordinate) ?? []), readSelections(value)]);
  }
  const all = [...required.values()].flat();
  if (all.length < 2 || !all.some((set) => print(set).includes('('))) return () => {};

  /** What a field requires, but for what this object was required of already. */
  const requirementsOf = ({ type, by }: Selected, field: string, met: Set<string>): Selected[] =>
    [...types.within(type)].flatMap((one) => {
      const coordinate = `${one}.${field}`;
      if (met.has(coordinate) || by.includes(coordinate)) return [];
      met.add(coordinate);
      const sets = required.get(coordinate) ?? [];
      return sets.map((set) => ({ type: one, set, by: [...by, coordinate] }));
    });

  function take({ asked, below, queue, met }: OneObject, field: FieldNode, at: Selected): void {
    const { name, alias, selectionSet: set } = field;
    if (at.by.length > 0) for (const type of types.within(at.type)) add(asked, type, field);
    queue.push(...requirementsOf(at, name.value, met));
    const type = givenOf(supergraph, at.type, name.value);
    if (!set || !type) return;
    const response = (alias ?? name).value;
    const same = below.get(response) ?? [];
    same.push({ type, set, by: at.by });
    below.set(response, same);
  }

  /** All that is selected of one object, and of what is below it. */
  function read(selected: readonly Selected[], fragments: Fragments): void {
    const object: OneObject = {
      asked: new Map(),
      below: new Map(),
      queue: [...selected],
      met: new Set(),
    };
    for (const next of object.queue) {
      for (const [field, at] of fieldsOf(next, fragments)) take(object, field, at);
    }
    for (const one of object.below.values()) read(one, fragments);
  }

  return (document) => {
    const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    const root = operation && apiSchema.getRootType(operation.operation);
    if (!root) return;
    const { selectionSet: set } = operation;
    read([{ type: root.name, set, by: [] }], fragmentsOf(document));
  };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

type OneObject = {
  /** How each field is required, by type and name. */
  readonly asked: Map<string, string>;
  /** What is selected of each object below, by its response name. */
  readonly below: Map<string, Selected[]>;
  /** What is still to be read: what is read adds to it. */
  readonly queue: Selected[];
  readonly met: Set<string>;
};

/** Each field that is selected, with the type it is asked of. */
function* fieldsOf(
  selected: Selected,
  fragments: Fragments,
): Generator<readonly [FieldNode, Selected]> {
  for (const one of selected.set.selections) {
    if (one.kind === Kind.FIELD) {
      yield [one, selected];
      continue;
    }
    const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
    if (!fragment) continue;
    const type = fragment.typeCondition?.name.value ?? selected.type;
    yield* fieldsOf({ ...selected, type, set: fragment.selectionSet }, fragments);
  }
}

/** The name of the type that a field gives; null for what no subgraph has, as a part of the schema. */
function givenOf(schema: GraphQLSchema, name: string, field: string): string | null {
  const type = schema.getType(name);
  const found = type && 'getFields' in type ? type.getFields()[field] : undefined;
  return found ? getNamedType(found.type).name : null;
}

function add(asked: Map<string, string>, type: string, field: FieldNode): void {
  const [which, as] = [`${type}.${field.name.value}`, fieldText(field)];
  const before = asked.get(which) ?? as;
  if (before !== as)
    throw new GraphQLError(
      `Fields of ${type} require "${before}" and "${as}" of it at once: ask for them in two requests.`,
      { extensions: { code: 'PLAN_IMPOSSIBLE' } },
    );
  asked.set(which, as);
}

function readSelections(selections: string): SelectionSetNode {
  const [operation] = parse(`{ ${selections} }`, { noLocation: true }).definitions;
  return (operation as OperationDefinitionNode).selectionSet;
}

function fieldText({ name, arguments: args = [] }: FieldNode): string {
  const written = args.map((argument) => print(argument)).sort();
  return written.length > 0 ? `${name.value}(${written.join(', ')})` : name.value;
}
