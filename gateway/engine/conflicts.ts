import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  isCompositeType,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { joinedFields } from './join-fields.ts';
import type { Types } from './types.ts';

/** What one field requires: each required field by its path, as it must be asked. */
type Requirement = ReadonlyMap<string, string>;

/** Throws where an operation asks for fields whose requirements cannot be met together. */
export type RefuseConflicts = (document: DocumentNode) => void;

/**
 * Two fields of a type may require a third with different arguments. The planner asks for it once, under
 * its own name, and hands the one value to both: there is no plan that is right, so there is an error.
 */
export function createConflicts(
  supergraph: GraphQLSchema,
  apiSchema: GraphQLSchema,
  types: Types,
): RefuseConflicts {
  const requirements = new Map<string, Requirement[]>();
  for (const { type, field, value } of joinedFields(supergraph, 'requires')) {
    const coordinate = `${type}.${field}`;
    requirements.set(coordinate, [...(requirements.get(coordinate) ?? []), readRequirement(value)]);
  }
  if (requirements.size < 2) return () => {};

  return (document) => {
    const asked = new Map<string, Map<string, string>>();
    const meet = (type: string, field: string) => {
      for (const requirement of requirements.get(`${type}.${field}`) ?? []) {
        const known = asked.get(type) ?? new Map<string, string>();
        asked.set(type, known);
        for (const [path, as] of requirement) add(known, path, as, type);
      }
    };
    const info = new TypeInfo(apiSchema);
    const Field = ({ name }: FieldNode) => {
      const parent = info.getParentType();
      if (!isCompositeType(parent)) return;
      for (const type of types.within(parent.name)) meet(type, name.value);
    };
    visit(document, visitWithTypeInfo(info, { Field }));
  };
}

function add(known: Map<string, string>, path: string, as: string, type: string): void {
  const before = known.get(path) ?? as;
  if (before !== as)
    throw new GraphQLError(
      `Fields of ${type} require "${before}" and "${as}" of it at once: ask for them in two requests.`,
      { extensions: { code: 'PLAN_IMPOSSIBLE' } },
    );
  known.set(path, as);
}

function readRequirement(selections: string): Requirement {
  const required = new Map<string, string>();
  const read = ({ selections: fields }: SelectionSetNode, above: string): void => {
    for (const one of fields) {
      if (one.kind === 'Field') required.set(`${above}.${one.name.value}`, fieldText(one));
      const path = one.kind === 'Field' ? `${above}.${one.name.value}` : above;
      if (one.kind !== 'FragmentSpread' && one.selectionSet) read(one.selectionSet, path);
    }
  };
  const [operation] = parse(`{ ${selections} }`, { noLocation: true }).definitions;
  read((operation as OperationDefinitionNode).selectionSet, '');
  return required;
}

function fieldText({ name, arguments: args = [] }: FieldNode): string {
  const written = args.map((argument) => print(argument)).sort();
  return written.length > 0 ? `${name.value}(${written.join(', ')})` : name.value;
}
