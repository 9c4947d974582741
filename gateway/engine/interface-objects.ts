import {
  type ConstDirectiveNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** Which subgraphs know objects by an interface only, and what they know of them. */
export type InterfaceObjects = {
  readonly areThere: boolean;
  /** Whether such a subgraph gives a field of a type: of the interface, or of one of its objects. */
  readonly give: (type: string, field: string) => boolean;
  /** The interface that is all a subgraph may know of what a field gives. */
  readonly givenBy: (type: string, field: string, given: string) => GraphQLInterfaceType | null;
};

/** Reads them from a supergraph. */
export function interfaceObjectsIn(schema: GraphQLSchema): InterfaceObjects {
  const graphs = new Map<string, ReadonlySet<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    const own = isInterfaceType(type) ? graphsOf(type.astNode?.directives, isInterfaceObject) : [];
    if (own.length > 0) graphs.set(type.name, new Set(own));
  }

  const namesOf = (name: string): readonly WithFields[] => {
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? [type, ...type.getInterfaces()] : [];
  };
  const giversOf = (type: string, field: string) =>
    namesOf(type).flatMap((one) => givers(one, field));

  return {
    areThere: graphs.size > 0,
    give: (type, field) =>
      namesOf(type).some((one) => givers(one, field).some((by) => graphs.get(one.name)?.has(by))),
    givenBy(type, field, given) {
      const [knowing, to] = [graphs.get(given), schema.getType(given)];
      if (!knowing || !isInterfaceType(to)) return null;
      return giversOf(type, field).some((by) => knowing.has(by)) ? to : null;
    },
  };
}

type WithFields = GraphQLObjectType | GraphQLInterfaceType;

/** The subgraphs that give a field. */
function givers(type: WithFields, field: string): readonly string[] {
  const { astNode } = type.getFields()[field] ?? {};
  if (!astNode) return [];
  return astNode.directives?.some(isJoinedField)
    ? graphsOf(astNode.directives, isGiven)
    : graphsOf(type.astNode?.directives, isJoinedType);
}

const isJoinedType = ({ name }: ConstDirectiveNode) => name.value === 'join__type';
const isJoinedField = ({ name }: ConstDirectiveNode) => name.value === 'join__field';

const isInterfaceObject = (directive: ConstDirectiveNode) =>
  isJoinedType(directive) &&
  directive.arguments?.some(
    ({ name, value }) =>
      name.value === 'isInterfaceObject' && value.kind === Kind.BOOLEAN && value.value,
  ) === true;

const isGiven = (directive: ConstDirectiveNode) =>
  isJoinedField(directive) && !directive.arguments?.some(({ name }) => name.value === 'external');

function graphsOf(
  directives: readonly ConstDirectiveNode[] = [],
  isWanted: (directive: ConstDirectiveNode) => boolean,
): string[] {
  return directives
    .filter(isWanted)
    .flatMap(({ arguments: args = [] }) =>
      args.flatMap(({ name, value }) =>
        name.value === 'graph' && value.kind === Kind.ENUM ? [value.value] : [],
      ),
    );
}
