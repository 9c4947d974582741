import { forbidden } from '../../platform/errors.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { canOnboard } from './access.ts';
import type { Context } from './context.ts';

/** The board whose staff the caller is: what they begin, begins in its region. */
export function requireOwnBoard({ actor }: Context, what: string): WorkforceBoardCode {
  if (actor.board && canOnboard(actor, actor.board)) return actor.board;
  throw forbidden(actor.role, what);
}
