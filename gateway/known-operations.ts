import { BoundedMap } from './bounded-map.ts';
import type { Prepared } from './execute.ts';
import { TEXT_KEPT } from './limits.ts';

/** Operations of one document that are kept. A client sends one or two. */
const OPERATIONS_KEPT = 8;

/** Accept headers that are kept, and the longest of them. */
const ACCEPTS_KEPT = 100;
const LONGEST_ACCEPT = 256;

/**
 * What Apollo Server has found valid for one supergraph, so that it need not be read again: operations
 * by their document's text and their name, and the content types that it chose for `accept` headers.
 */
export type KnownOperations = {
  find(text: string, operationName: string | undefined): Prepared | undefined;
  learn(text: string, operationName: string | undefined, prepared: Prepared): void;
  /** Documents that are known. */
  size(): number;
  contentTypeFor(accept: string): string | undefined;
  learnContentType(accept: string, contentType: string): void;
};

type Operations = BoundedMap<string | undefined, Prepared>;

export function createKnownOperations(): KnownOperations {
  const documents = new BoundedMap<string, Operations>(TEXT_KEPT, ({ length }) => length);
  const contentTypes = new BoundedMap<string, string>(ACCEPTS_KEPT);
  return {
    find: (text, operationName) => documents.get(text)?.get(operationName),
    learn(text, operationName, prepared) {
      const operations: Operations = documents.get(text) ?? new BoundedMap(OPERATIONS_KEPT);
      operations.set(operationName, prepared);
      documents.set(text, operations);
    },
    size: () => documents.size,
    contentTypeFor: (accept) => contentTypes.get(accept),
    learnContentType(accept, contentType) {
      if (accept.length <= LONGEST_ACCEPT) contentTypes.set(accept, contentType);
    },
  };
}
