import { DATA_CLASSES, type DataClass } from '../../platform/vocabulary.ts';
import { type Classes, readClasses } from './classes.ts';

type BySubgraph = ReadonlyMap<string, Classes>;

/** Everything wrong with the classes of data in these subgraphs' SDLs: one sentence each. */
export function classProblems(sdls: ReadonlyMap<string, string>): string[] {
  const classes = new Map([...sdls].map(([subgraph, sdl]) => [subgraph, readClasses(sdl)]));
  return [
    ...unclassified(classes),
    ...disagreements(classes, ({ types }) => types),
    ...disagreements(classes, ({ fields }) => fields),
  ];
}

function unclassified(classes: BySubgraph): string[] {
  return [...classes].flatMap(([subgraph, { fields }]) =>
    [...fields]
      .filter(([, dataClass]) => dataClass === null)
      .map(
        ([coordinate]) =>
          `${subgraph}: "${coordinate}" has no class. Put @classified(as:) on it or on its type.`,
      ),
  );
}

/**
 * Where subgraphs give one coordinate two classes. Types count, too: the supergraph keeps one class
 * for a type, and it would be the wrong one for the other subgraph's fields.
 */
function disagreements(
  classes: BySubgraph,
  pick: (classes: Classes) => ReadonlyMap<string, DataClass | null>,
): string[] {
  const said = new Map<string, Map<DataClass, string>>();
  for (const [subgraph, own] of classes) {
    for (const [coordinate, dataClass] of pick(own)) {
      if (!dataClass) continue;
      const opinions = said.get(coordinate) ?? new Map<DataClass, string>();
      if (!opinions.has(dataClass)) opinions.set(dataClass, subgraph);
      said.set(coordinate, opinions);
    }
  }
  return [...said]
    .filter(([, opinions]) => opinions.size > 1)
    .map(([coordinate, opinions]) => {
      const each = [...opinions].map(([dataClass, subgraph]) => `${dataClass} in ${subgraph}`);
      return `"${coordinate}" is ${each.join(' and ')}. Give it one class.`;
    });
}

const weight = (dataClass: DataClass) => DATA_CLASSES.indexOf(dataClass);

/** Fields whose class protects them less in `next` than in `previous`, but for those allowed by name. */
export function weakenings(previous: string, next: string, allowed: readonly string[]): string[] {
  const { fields: now } = readClasses(next);
  return [...readClasses(previous).fields].flatMap(([coordinate, was]) => {
    const is = now.get(coordinate);
    if (!was || !is || weight(is) >= weight(was) || allowed.includes(coordinate)) return [];
    return [
      `"${coordinate}" was ${was} and would be ${is}. If that is meant, say --allow-weaker ${coordinate}.`,
    ];
  });
}
