import {
  type FieldNode,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { hashOf, pick } from './hash.ts';
import type { AnOperation, Circumstances, MadeGraph } from './made-graph.ts';
import { randomTrouble } from './trouble.ts';

/** What goes on while operations are asked. */
export type Mode = {
  readonly kind: 'query' | 'mutation';
  /** In what a subgraph, and the one schema, are asked. Null leaves an operation out. */
  readonly circumstances: (
    graph: MadeGraph,
    operation: AnOperation,
    seed: number,
  ) => { readonly subgraphs: Circumstances; readonly monolith: Circumstances } | null;
  /** Whether every null must have its error, or some error is enough. */
  readonly errors: 'by place' | 'any';
};

const alike = (circumstances: Circumstances) => ({
  subgraphs: circumstances,
  monolith: circumstances,
});

/** Each label is on for half of the operations. */
const labelsOn = ({ labels }: MadeGraph, seed: number): ReadonlySet<string> =>
  new Set(labels.filter((label) => hashOf(`${label} ${seed}`) % 2 === 0));

export const MODES = {
  /** Nothing goes wrong. */
  queries: {
    kind: 'query',
    errors: 'by place',
    circumstances: (graph, _operation, seed) => alike({ labelsOn: labelsOn(graph, seed) }),
  },
  mutations: {
    kind: 'mutation',
    errors: 'by place',
    circumstances: (graph, _operation, seed) => alike({ labelsOn: labelsOn(graph, seed) }),
  },
  /** Resolvers throw, and give null. */
  trouble: {
    kind: 'query',
    errors: 'by place',
    circumstances: (graph, operation, seed) =>
      asksOfOneType(graph, operation)
        ? null
        : alike({
            labelsOn: labelsOn(graph, seed),
            trouble: randomTrouble(seed, ['null', 'throw'], 12),
          }),
  },
  /** Subgraphs send null where it may not be, leave fields out, and send what cannot be a value. */
  misshapen: {
    kind: 'query',
    errors: 'by place',
    circumstances: (graph, operation, seed) =>
      asksOfOneType(graph, operation)
        ? null
        : alike({
            labelsOn: labelsOn(graph, seed),
            trouble: randomTrouble(seed, ['null', 'throw', 'misshapen', 'misshapen'], 12),
            isLenient: true,
          }),
  },
  /** A subgraph does not answer: to the one schema, its fields throw. */
  down: {
    kind: 'query',
    errors: 'any',
    circumstances(graph, operation, seed) {
      const down = pick([...graph.federation.subgraphs.keys()], hashOf(`down ${seed}`));
      if (isPlannersChoice(graph, operation, down)) return null;
      return {
        subgraphs: { down: new Set([down]) },
        monolith: { trouble: (coordinate) => (isOnlyIn(graph, coordinate, down) ? 'throw' : null) },
      };
    },
  },
} satisfies Readonly<Record<string, Mode>>;

export type ModeName = keyof typeof MODES;

/**
 * Whether an operation may ask an interface object's fields of one of its types only. Its subgraph cannot
 * tell them apart, so that a plan asks them of all, and meets trouble that nobody asked for.
 */
function asksOfOneType(graph: MadeGraph, operation: AnOperation): boolean {
  const { federation } = graph;
  const asked = coordinatesOf(graph, operation);
  const narrowed = new Set(conditionsOf(graph, operation).map(federation.familyOf));
  return asked.some(([type, field]) => {
    const family = federation.familyOf(type) ?? '';
    const isGiven = federation
      .definersOf(type, field)
      .some(({ subgraph }) => subgraph.interfaceObjects.has(family));
    return isGiven && (type !== family || narrowed.has(family));
  });
}

/** The object types that an operation has conditions on. */
const conditionsOf = ({ apiSchema }: MadeGraph, { text }: AnOperation): readonly string[] =>
  [...text.matchAll(/ on (\w+)/g)].flatMap(([, name = '']) =>
    isObjectType(apiSchema.getType(name)) ? [name] : [],
  );

function isOnlyIn({ federation }: MadeGraph, coordinate: string, subgraph: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const definers = federation.definersOf(type, field);
  return definers.length > 0 && definers.every((one) => one.subgraph.name === subgraph);
}

/** Whether a plan may go by a subgraph or around it, or needs it for more than what was asked. */
function isPlannersChoice(graph: MadeGraph, operation: AnOperation, down: string): boolean {
  return coordinatesOf(graph, operation).some(([type, field]) => {
    const definers = graph.federation.definersOf(type, field);
    const hasRequirement = definers.some(({ requires }) => requires);
    const needsItsTypes = definers.some(
      ({ subgraph, field: { type: given } }) =>
        subgraph.name !== down && subgraph.interfaceObjects.has(getNamedType(given).name),
    );
    const isShared =
      !graph.federation.isKey(type, field) &&
      definers.length > 1 &&
      definers.some(({ subgraph }) => subgraph.name === down);
    return hasRequirement || needsItsTypes || isShared;
  });
}

/** The fields that an operation asks, each of the type it is asked of. */
function coordinatesOf({ apiSchema }: MadeGraph, { text }: AnOperation) {
  const found: [type: string, field: string][] = [];
  const info = new TypeInfo(apiSchema);
  const Field = ({ name }: FieldNode) => {
    found.push([info.getParentType()?.name ?? '', name.value]);
  };
  visit(parse(text), visitWithTypeInfo(info, { Field }));
  return found;
}
