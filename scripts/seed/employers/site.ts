import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { CareerField } from '../career-fields.ts';

export const SITE_SETTINGS = ['OUTSIDE_SCHOOL', 'IN_SCHOOL', 'VIRTUAL', 'HYBRID'] as const;
export type SiteSetting = (typeof SITE_SETTINGS)[number];

export type OnboardingStatus =
  | 'PROSPECT'
  | 'CONTACTED'
  | 'VETTING'
  | 'ORIENTATION'
  | 'ACTIVE'
  | 'PAUSED'
  | 'RETIRED';

export type Employer = {
  readonly id: string;
  readonly name: string;
  readonly board: WorkforceBoardCode;
  readonly field: CareerField;
};

/** A site as the generators of opportunities and placements need it. */
export type Site = {
  readonly id: string;
  readonly employer: Employer;
  readonly board: WorkforceBoardCode;
  readonly town: string;
  readonly setting: SiteSetting;
  readonly status: OnboardingStatus;
  /** Who signs reviews now. */
  readonly supervisor: string;
};
