import { GraphQLError } from 'graphql';
import { hashOf } from './hash.ts';

/**
 * What goes wrong at a field of an object, alike in its subgraph and in the one schema: it is null, it
 * throws, or its subgraph gives what cannot be a value of it.
 */
export type Wrong = 'null' | 'throw' | 'misshapen';

/** What is where is told once for all: `coordinate` is of the API, or of an interface object. */
export type Trouble = (coordinate: string, id: string) => Wrong | null;

export const noTrouble: Trouble = () => null;

/** Trouble at one place in so many, the same for the same seed. */
export const randomTrouble =
  (seed: number, kinds: readonly Wrong[], oneIn: number): Trouble =>
  (coordinate, id) => {
    const field = coordinate.slice(coordinate.indexOf('.') + 1);
    const hash = hashOf(`${seed} ${id} ${field}`);
    return hash % oneIn === 0 ? (kinds[(hash >>> 8) % kinds.length] ?? null) : null;
  };

/** Said by a resolver for the transport to put `instead` where the error is. */
export class Misshapen extends GraphQLError {
  constructor(instead: unknown) {
    super('This is to be misshapen.', { extensions: { instead } });
  }
}

/** No value that a subgraph sends: the field is left out. */
export const LEFT_OUT = 'left out';
