/** The objects of an answer, by which its actual cost is reported; the answer itself is none of them. */
export function objectsIn(data: unknown): number {
  let found = -1;
  const open: unknown[] = [data];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) found += 1;
    for (const child of Object.values(value)) open.push(child);
  }
  return Math.max(0, found);
}
