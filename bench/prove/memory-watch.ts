/** What a gateway holds after a collection, in MB: its own heap, its planning thread's, and all memory of the process. */
type Memory = { readonly heapMb: number; readonly planningMb: number; readonly rssMb: number };

/** How far a heap may be from where it was when every cache was full: what is kept is not always of the same weight. */
const NEAR_MB = { heapMb: 24, planningMb: 24 };

const rounded = ({ heapMb, planningMb, rssMb }: Memory): Memory => ({
  heapMb: Math.round(heapMb),
  planningMb: Math.round(planningMb),
  rssMb: Math.round(rssMb),
});

/** Compares what is held from time to time with what was held at first. */
export function createMemoryWatch(first: Memory) {
  const base = rounded(first);
  const taken: Memory[] = [base];

  const highest = (): Memory => ({
    heapMb: Math.max(...taken.map(({ heapMb }) => heapMb)),
    planningMb: Math.max(...taken.map(({ planningMb }) => planningMb)),
    rssMb: Math.max(...taken.map(({ rssMb }) => rssMb)),
  });

  function failuresOf(name: keyof typeof NEAR_MB, what: string): string[] {
    const found = highest()[name];
    const isNear = found <= base[name] + NEAR_MB[name];
    return isNear ? [] : [`The heap ${what} grew from ${base[name]} MB to ${found} MB.`];
  }

  return {
    take: (memory: Memory) => void taken.push(rounded(memory)),
    failures: () => [
      ...failuresOf('heapMb', 'of the gateway'),
      ...failuresOf('planningMb', 'of the planning thread'),
    ],
    found: () => ({ base, highest: highest(), end: taken.at(-1) ?? base, nearMb: NEAR_MB }),
    told(): string {
      const { heapMb, planningMb, rssMb } = taken.at(-1) ?? base;
      return `heap ${heapMb} MB, planning thread ${planningMb} MB, process ${rssMb} MB`;
    },
  };
}
