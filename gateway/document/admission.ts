import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { DocumentLimits } from './limits.ts';
import { checkMeasures } from './measure.ts';
import { scanText } from './scan.ts';

/** Texts that are remembered as admitted, and the longest of them: together they bound the memory. */
const TEXTS_KEPT = 2_000;
const LONGEST_KEPT = 8_192;

/** The refusal of a document, or null where it may be validated and planned. */
export type Admit = (text: string) => GraphQLError | null;

/**
 * Static limits, before anything that could take longer than the text is long. A text that does not
 * parse is admitted: who parses it next says what is wrong with it.
 */
export function createAdmission(limits: DocumentLimits): Admit {
  const admitted = new BoundedMap<string, true>(TEXTS_KEPT);
  return (text) => {
    if (admitted.get(text)) return null;
    try {
      scanText(text, limits);
      const document = parsed(text);
      if (document) checkMeasures(document, limits);
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
    if (text.length <= LONGEST_KEPT) admitted.set(text, true);
    return null;
  };
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
