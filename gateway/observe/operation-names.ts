/** Names that metrics tell apart. Clients choose names, so that their number must end somewhere. */
const NAMES_KEPT = 200;
const LONGEST_NAME = 80;

/** Where each name is written: a longer one is cut, for a document has room for one of thousands of letters. */
const LONGEST_WRITTEN = 200;
export const cutName = (name: string): string => name.slice(0, LONGEST_WRITTEN);

/** The label of an operation: its name, as long as there are not too many of them, or one that is nobody's. */
export function createOperationNames(most: number = NAMES_KEPT): (name: string | null) => string {
  const known = new Set<string>();
  return (name) => {
    if (name === null) return ANONYMOUS;
    if (known.has(name)) return name;
    if (known.size >= most || name.length > LONGEST_NAME) return OTHER;
    known.add(name);
    return name;
  };
}

/** No name of an operation has a space, so that none can pass for these. */
const ANONYMOUS = 'no name';
const OTHER = 'any other';
