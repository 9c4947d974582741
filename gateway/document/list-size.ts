import {
  type ConstDirectiveNode,
  type GraphQLField,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

/** Items of a list of which nothing says how long it is. */
const ASSUMED_ITEMS = 10;
/** Arguments that bound a page, and the fields of a page that hold its items: what connections use everywhere. */
const PAGE_ARGUMENTS = ['first', 'last'];
const PAGE_FIELDS = ['nodes', 'edges'];

/** How many items a field is taken to have. */
export type ListSize = {
  readonly assumed: number;
  /** Arguments whose value is the number of items. */
  readonly slicedBy: readonly string[];
  /** The fields below that hold the items; empty where the field is the list itself. */
  readonly heldBy: readonly string[];
  /** Whether a list of which not exactly one of these arguments tells the size may not be asked for. */
  readonly wantsOneSlice: boolean;
};

type Field = GraphQLField<unknown, unknown>;

/** A field, an argument or a type. */
type Declared = {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;
};

const directiveOf = ({ astNode }: Declared, name: string): ConstDirectiveNode | undefined =>
  astNode?.directives?.find((one) => one.name.value === name);

function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  const pairs = (directive.arguments ?? []).map(
    ({ name, value }) => [name.value, valueFromASTUntyped(value)] as const,
  );
  return Object.fromEntries(pairs);
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

export const isList = ({ type }: Field) => isListType(isNonNullType(type) ? type.ofType : type);

export const hasListSize = (field: Field): boolean => directiveOf(field, 'listSize') !== undefined;

/** `@listSize` of a field or, without it, what connections have in common. Null where nothing is a list. */
export function listSizeOf(field: Field): ListSize | null {
  const declared = directiveOf(field, 'listSize');
  if (declared) {
    const { assumedSize, slicingArguments, sizedFields, ...rest } = argumentsOf(declared);
    const slicedBy = texts(slicingArguments);
    return {
      assumed: typeof assumedSize === 'number' ? assumedSize : ASSUMED_ITEMS,
      slicedBy,
      heldBy: texts(sizedFields),
      wantsOneSlice: slicedBy.length > 0 && rest.requireOneSlicingArgument !== false,
    };
  }
  const slicedBy = PAGE_ARGUMENTS.filter((name) => field.args.some((one) => one.name === name));
  const page = getNamedType(field.type);
  const heldBy =
    slicedBy.length > 0 && !isList(field) && isObjectType(page)
      ? PAGE_FIELDS.filter((name) => name in page.getFields())
      : [];
  if (heldBy.length === 0 && !isList(field)) return null;
  return { assumed: ASSUMED_ITEMS, slicedBy, heldBy, wantsOneSlice: false };
}

/** `@cost(weight:)` of a field, an argument or a type: a number, perhaps in a text. */
export function weightOf(one: Declared): number | null {
  const declared = directiveOf(one, 'cost');
  const weight = declared && Number(argumentsOf(declared).weight);
  return weight !== undefined && Number.isFinite(weight) ? weight : null;
}
