/** What a rule says of an opportunity: `BLOCKING` cannot be published, `WARNING` is for somebody to look at. */
export type Finding = {
  readonly rule: OpportunityRule;
  readonly severity: 'BLOCKING' | 'WARNING';
  readonly message: string;
};

export type OpportunityRule =
  | 'ENDS_BEFORE_START'
  | 'NO_SLOTS'
  | 'COOP_MUST_BE_PAID'
  | 'PAID_OR_CREDIT'
  | 'RA_PARTNER_REQUIRED'
  | 'WAGE_WITHOUT_PAY'
  | 'PLANNED_HOURS'
  | 'MIN_100_HOURS'
  | 'MINIMUM_WAGE';

export const blocking = (rule: OpportunityRule, message: string): Finding => ({
  rule,
  severity: 'BLOCKING',
  message,
});

export const warning = (rule: OpportunityRule, message: string): Finding => ({
  rule,
  severity: 'WARNING',
  message,
});
