import type { Move, Moved, Side } from './agreement-state.ts';
import type { BrokenRule } from './broken-rule.ts';

const SIDES: Readonly<Record<Side, string>> = {
  SCHOOL: 'The district',
  WORKFORCE_BOARD: 'The board',
};
const PARTICIPLE: Readonly<Record<Move, string>> = {
  sign: 'signed',
  terminate: 'terminated',
  renew: 'renewed',
};
const inWords = (legal: readonly Move[]) =>
  legal.length > 0
    ? `it can be ${legal.map((move) => PARTICIPLE[move]).join(' or ')}`
    : 'nothing can be done with it';

type Refused = Exclude<Moved, { readonly status: 'moved' }>;

/** Why a move of an agreement was refused, in words that name what is possible. */
export function refusedMove(refused: Refused, move: Move, by: Side): BrokenRule {
  switch (refused.status) {
    case 'illegal':
      return {
        rule: 'PARTNERSHIP_STATUS',
        message: `An agreement that is ${refused.from} cannot be ${PARTICIPLE[move]}; ${inWords(refused.legal)}.`,
      };
    case 'year-over':
      return {
        rule: 'PARTNERSHIP_YEAR_OVER',
        message: 'Its fiscal year is over, so it cannot be signed. Propose one for this year.',
      };
    case 'signed-before':
      return {
        rule: 'PARTNERSHIP_SIGNED_BEFORE',
        message: `${SIDES[by]} has signed it before. Each side signs once.`,
      };
  }
}
