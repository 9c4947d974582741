import { describedEnum } from '../../../platform/graphql/shared-types.ts';
import { builder } from '../builder.ts';
import type { ComplianceFinding as Finding } from '../domain/compliance/findings.ts';

export const ComplianceRuleEnum = describedEnum(
  builder,
  'ComplianceRule',
  'A rule of work-based learning or of child labor that a placement is held to.',
  {
    MIN_100_HOURS: 'An internship, a clinical practicum and a capstone have 100 hours or more.',
    PAID_OR_CREDIT: 'An internship and a clinical practicum are paid or bear credit.',
    COOP_MUST_BE_PAID: 'Cooperative education is always paid.',
    COOP_MIN_AGE_16: 'Cooperative education is from 16 on.',
    RA_PARTNER_REQUIRED: 'A pre-apprenticeship names a Registered Apprenticeship program.',
    EXTERNAL_CLIENT_REQUIRED: 'A simulation engages employers or clients external to the school.',
    EMPLOYER_LED_REQUIRED: 'A capstone is led by an employer.',
    WORK_PERMIT_REQUIRED: 'Who is employed and under 18 has a Youth Employment Permit.',
    MINOR_HOURS_LIMIT: 'Who is under 18 works no more hours than the law allows.',
    MIN_AGE_14: 'Nobody under 14 is placed.',
    WBLP_REQUIRED: 'A Work-Based Learning Plan has a job description and three career skills.',
    TWO_REVIEWS_REQUIRED: 'A baseline and a final review are held.',
    SITE_NOT_ACTIVE: 'Students work at a site whose onboarding is ACTIVE.',
    CONSENT_MISSING: 'The student or the family agrees.',
  },
);

export const ComplianceSeverityEnum = describedEnum(
  builder,
  'ComplianceSeverity',
  'Whether a finding keeps a placement from going on.',
  {
    BLOCKING: 'The placement cannot take the step that the rule is about.',
    WARNING: 'It can go on; somebody should look.',
  },
);

export const ComplianceFinding = builder.objectRef<Finding>('ComplianceFinding').implement({
  description: 'A rule that a placement does not meet. A hint to look closer, not legal advice.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    rule: t.expose('rule', {
      type: ComplianceRuleEnum,
      nullable: true,
      description: 'Which rule.',
    }),
    severity: t.expose('severity', {
      type: ComplianceSeverityEnum,
      nullable: true,
      description: 'Whether it blocks the next step.',
    }),
    message: t.exposeString('message', {
      nullable: true,
      description: 'What is wrong, and what would be right.',
    }),
    definitionVersion: t.exposeString('definitionVersion', {
      nullable: true,
      description: 'By which edition of the rule it was judged: thresholds change.',
    }),
  }),
});
