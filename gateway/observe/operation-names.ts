import type { Actor } from '../../platform/actor.ts';

/** Names that metrics tell apart. Clients choose names, so that their number must end somewhere. */
const NAMES_KEPT = 200;
/** Of them, for those who are not signed in: whoever they are, they leave the others room. */
const PUBLIC_SHARE = 0.5;
const LONGEST_NAME = 80;

/** Where each name is written: a longer one is cut, for a document has room for one of thousands of letters. */
const LONGEST_WRITTEN = 200;
export const cutName = (name: string): string => name.slice(0, LONGEST_WRITTEN);

export type NameOf = (name: string | null, role: Actor['role']) => string;

/** The label of an operation: its name, as long as there are not too many of them, or one that is nobody's. */
export function createOperationNames(most: number = NAMES_KEPT): NameOf {
  const known = new Set<string>();
  let fromPublic = 0;

  return (name, role) => {
    if (name === null) return ANONYMOUS;
    if (known.has(name)) return name;
    const isPublic = role === 'PUBLIC';
    const hasRoom = known.size < most && !(isPublic && fromPublic >= most * PUBLIC_SHARE);
    if (!hasRoom || name.length > LONGEST_NAME) return OTHER;
    known.add(name);
    if (isPublic) fromPublic += 1;
    return name;
  };
}

/** No name of an operation has a space, so that none can pass for these. */
const ANONYMOUS = 'no name';
const OTHER = 'any other';
