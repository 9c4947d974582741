import type { Data } from './data.ts';
import type { Representations } from './representations.ts';

/** Entities to ask for in one fetch, each once, and the objects that they are for. */
export class Batch {
  /** The representations, as JSON text. */
  readonly texts: string[] = [];
  /** The first target of each. */
  readonly firsts: Data[] = [];
  readonly targets: Data[] = [];
  /** Of each target, which of the representations is its own. */
  readonly entityOf: number[] = [];
  readonly #byText = new Map<string, number>();
  /** By the one field that tells entities of a type apart, so that their text is written once. */
  readonly #byOnly = new Map<unknown, Map<unknown, number>>();
  readonly #representations: Representations;

  constructor(representations: Representations) {
    this.#representations = representations;
  }

  /** False where the target lacks what the subgraph needs to know of it. */
  add(target: Data): boolean {
    const { __typename: typename } = target;
    const flat = this.#representations.flatFor(typename);
    if (flat?.only) {
      const known = this.#byOnly.get(typename)?.get(target[flat.only]);
      if (known !== undefined) return this.#take(target, known);
    }
    const text = flat?.textOf(target) ?? this.#representations.textOf(target);
    if (!text) return text !== null;
    const index = this.#byText.get(text) ?? this.#begin(text, target);
    if (flat?.only) this.#remember(typename, target[flat.only], index);
    return this.#take(target, index);
  }

  #begin(text: string, target: Data): number {
    const index = this.texts.push(text) - 1;
    this.firsts.push(target);
    this.#byText.set(text, index);
    return index;
  }

  /** Objects are never the same twice. */
  #remember(typename: unknown, value: unknown, index: number): void {
    if (typeof value === 'object') return;
    const known = this.#byOnly.get(typename) ?? new Map<unknown, number>();
    known.set(value, index);
    this.#byOnly.set(typename, known);
  }

  #take(target: Data, index: number): true {
    this.targets.push(target);
    this.entityOf.push(index);
    return true;
  }
}
