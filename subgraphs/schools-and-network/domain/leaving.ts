import type { BrokenRule } from './broken-rule.ts';

type Leaving = {
  readonly deseCode: string;
  readonly partnerYears: readonly number[];
};

/** A partner is in the network by its agreement, which ends before a membership can. */
export function leavingPartner(
  { deseCode, partnerYears }: Leaving,
  fiscalYear: number,
): BrokenRule | null {
  if (!partnerYears.includes(fiscalYear)) return null;
  return {
    rule: 'PARTNERSHIP_IN_FORCE',
    message: `School "${deseCode}" is a partner by an agreement in force. Terminate that first.`,
  };
}
