import { type DocumentNode, type FieldNode, Kind, type SelectionNode, visit } from 'graphql';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const asksTheSchema = (one: SelectionNode) =>
  one.kind === Kind.FIELD && ['__schema', '__type'].includes(one.name.value);

/**
 * An operation without its questions about the schema. No plan answers them, and they may have fields that
 * Apollo's planner does not know (`isOneOf`).
 */
export const withoutIntrospection = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet(set) {
      const selections = set.selections.filter((one) => !asksTheSchema(one));
      if (selections.length === set.selections.length) return undefined;
      return { ...set, selections: selections.length > 0 ? selections : [TYPENAME] };
    },
  });
