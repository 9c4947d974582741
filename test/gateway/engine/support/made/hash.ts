/** A number below 2³² that a text alone decides. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** One of some, which a number decides. */
export function pick<Value>(from: readonly Value[], hash: number): Value {
  const value = from[hash % from.length];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}
