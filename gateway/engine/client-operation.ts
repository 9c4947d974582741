import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { ClientNames } from './client-names.ts';
import { decide, PRESENCE, type Switches } from './conditions.ts';

/** A client's operation as it is planned: under names that nothing else on the way has. */
export type ClientOperation = {
  /** One operation and the fragments it uses, nothing else. Without a name, so that equal fetches have equal texts. */
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly clientNames: ClientNames;
  /** The client's names of variables that were renamed, by the new ones. */
  readonly variableNames: ReadonlyMap<string, string>;
};

/** The names of a supergraph that a client's could be mistaken for. */
export type Reserved = {
  /** Of fields: the plan asks for some of them (keys, requirements) beside what the client asks. */
  readonly fields: ReadonlySet<string>;
  /** Of fields that some subgraph requires with arguments of its own. */
  readonly requiredWithArguments: ReadonlySet<string>;
};

/** The one variable of every fetch of entities. */
const REPRESENTATIONS = 'representations';

export function readOperation(
  written: DocumentNode,
  switches: Switches,
  reserved: Reserved,
): ClientOperation {
  const fields = renameFields(written, reserved);
  const variables = renameVariable(written);
  const wanted = decide(visit(written, { Field: { leave: fields.rename } }), switches);
  const planned: DocumentNode = visit(wanted, {
    OperationDefinition: { leave: ({ name: _name, ...rest }) => rest },
    Variable: { leave: variables.rename },
  });
  const definition = planned.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!definition) throw new Error('The document has no such operation.');
  return {
    document: planned,
    definition,
    fragments: fragmentsOf(planned),
    clientNames: fields.clientNames,
    variableNames: variables.variableNames,
  };
}

/**
 * Gives another response name to every field whose own could meet a different field of that name in
 * the data: an alias that is a field's name, a field that a subgraph requires with other arguments, a
 * name of our own, and names that plain objects have already.
 */
function renameFields(document: DocumentNode, { fields, requiredWithArguments }: Reserved) {
  const taken = new Set(fields);
  visit(document, { Field: (node) => void taken.add(responseName(node)) });
  const renamed = new Map<string, string>();
  const clientNames = new Map<string, string>();

  const mayMeetAnother = ({ alias, name }: FieldNode, response: string) =>
    requiredWithArguments.has(name.value) ||
    response in Object.prototype ||
    response === PRESENCE ||
    (alias !== undefined &&
      response !== name.value &&
      (fields.has(response) || response.startsWith('__')));

  function fresh(response: string): string {
    const base = response.replace(/^_+/, '');
    let number = 1;
    while (taken.has(`${base}__${number}`)) number++;
    const name = `${base}__${number}`;
    taken.add(name);
    clientNames.set(name, response);
    return name;
  }

  function rename(node: FieldNode): FieldNode | undefined {
    const response = responseName(node);
    if (!mayMeetAnother(node, response)) return undefined;
    const which = `${response} ${node.name.value}`;
    const value = renamed.get(which) ?? fresh(response);
    renamed.set(which, value);
    return { ...node, alias: { kind: Kind.NAME, value } };
  }

  return { rename, clientNames };
}

function renameVariable(document: DocumentNode) {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  if (!names.has(REPRESENTATIONS))
    return { rename: () => undefined, variableNames: new Map<string, string>() };
  let value = `${REPRESENTATIONS}_1`;
  while (names.has(value)) value += '1';
  return {
    rename: (node: { readonly name: { readonly value: string } }) =>
      node.name.value === REPRESENTATIONS
        ? { ...node, name: { kind: Kind.NAME, value } }
        : undefined,
    variableNames: new Map([[value, REPRESENTATIONS]]),
  };
}

export const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value;
