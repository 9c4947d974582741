/** A copy of what JSON can say, to its leaves. Faster than `structuredClone`, which can say more. */
export function copyOf<Value>(value: Value): Value;
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') return structuredClone(value);
    copy[name] = copyOf(inner);
  }
  return copy;
}
