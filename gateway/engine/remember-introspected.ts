import { BoundedMap } from '../bounded-map.ts';
import type { Introspector } from '../planning/planner.ts';

/** Letters of answers about the schema that are kept, with what was asked: ten times what GraphiQL asks of our schema. */
const LETTERS_KEPT = 8_000_000;

/** Asks the same about a schema once. A short question may have a long answer, so that it is answers that are bounded. */
export function rememberIntrospected(ask: Introspector): Introspector {
  const kept = new BoundedMap<string, ReadonlyMap<string, string>>(LETTERS_KEPT, weightOf);
  return async (text, variables) => {
    const key = `${text} ${JSON.stringify(variables)}`;
    const known = kept.get(key);
    if (known) return known;
    const texts = await ask(text, variables);
    kept.set(key, texts);
    return texts;
  };
}

function weightOf(key: string, texts: ReadonlyMap<string, string>): number {
  let weight = key.length;
  for (const text of texts.values()) weight += text.length;
  return weight;
}
