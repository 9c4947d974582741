import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

export type Path = GraphQLResolveInfo['path'];

/** What is the same for every run of an operation. */
export type Operation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
};

/** One run of an operation: what every resolver is given, and the errors so far. */
export type Run = Operation & {
  readonly context: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly errors: FieldErrors;
};

/** Turns what a resolver answered into what the client gets: the value, or a promise of it. */
export type Complete = (run: Run, value: unknown, info: GraphQLResolveInfo, path: Path) => unknown;

/** Answers an object's fields: an object, or a promise of it. */
export type Selection = (run: Run, source: unknown, path: Path | undefined) => unknown;

/** The selection that some nodes make of a type. */
export type SelectionOf = (type: GraphQLObjectType, nodes: readonly FieldNode[]) => Selection;

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { readonly then?: unknown }).then === 'function';

/** The errors of fields, in the order they came; none from below a place that an error made null already. */
export class FieldErrors {
  readonly list: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  add(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; at; at = at.prev) if (this.#nulled.has(at)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.list.push(error);
  }
}
