import { TEXT_KEPT } from '../../gateway/limits.ts';
import type { HostileGround } from './hostile-ground.ts';

const LABELS = 100;
/** More than {@link TEXT_KEPT} of caches that keep two generations, and more documents than any keeps. */
const LETTERS = 2 * TEXT_KEPT;
const DOCUMENTS = 2_200;
/** Each has about half a megabyte of answer. */
const QUESTIONS = 40;

/** A document that nobody sent before, of as many different selections as a document may have aliases. */
function documentOf(number: number): string {
  const labels = Array.from({ length: LABELS }, (_, i) => `a${i}: label(of: ${number + i})`);
  return `query Filler${number} { node { id ${labels.slice(number % LABELS).join(' ')} ... on Person { hours } } }`;
}

const questionOf = (number: number) =>
  `query Filler${number} { ${Array.from({ length: 6 }, (_, i) => `a${i}_${number}: __schema { types { kind name fields { name args { name type { name } } type { kind name } } } }`).join(' ')} }`;

/**
 * Asks as many documents as it takes until every cache of a gateway is at its bound, and has let go of
 * what it had first: from then on, what is kept is replaced.
 */
export async function fillCaches({ ask }: Pick<HostileGround, 'ask'>): Promise<void> {
  let letters = 0;
  for (let number = 0; number < DOCUMENTS || letters < LETTERS; number += 1)
    letters += await answered(ask, documentOf(number));
  for (let number = 0; number < QUESTIONS; number += 1) await answered(ask, questionOf(number));
}

/** The letters of the document, which must be answered: nothing of what is refused is kept. */
async function answered(ask: HostileGround['ask'], query: string): Promise<number> {
  const { errors } = await ask(query);
  if (errors) throw new Error(`A document that fills caches was refused: ${errors[0]?.message}`);
  return query.length;
}
