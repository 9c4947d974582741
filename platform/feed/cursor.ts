import { badUserInput } from '../errors.ts';
import { BEGINNING } from './feed.ts';

/** A place in the order of changes, in one life of one PostgreSQL cluster. */
type Place = { readonly life: string; readonly xid: string; readonly position: string };

const WRITTEN = /^(\d{1,20}-\d{1,10})\.(\d{1,18})\.(\d{1,18})$/;

export const writeCursor = ({ life, xid, position }: Place) => `${life}.${xid}.${position}`;

/** Throws `BAD_USER_INPUT` for what no feed has given out. */
export function readCursor(cursor: string): Place {
  if (cursor === BEGINNING) return { life: '', xid: '0', position: '0' };
  const [, life, xid, position] = WRITTEN.exec(cursor) ?? [];
  if (life && xid && position) return { life, xid, position };
  throw badUserInput(
    'The cursor is not one that this feed gave out; send the last one, or "" to begin.',
  );
}
