import type { ConsentState } from '../consent.ts';
import type { PlacementStatus } from '../placement-moves.ts';
import type { PlanVersion } from '../plan-form.ts';
import type { ReviewKind } from '../review-order.ts';
import type { PayType, WblType } from '../wbl-type.ts';

/** All that the compliance rules look at. */
export type PlacementFacts = {
  readonly status: PlacementStatus;
  readonly wblType: WblType;
  readonly pay: PayType;
  readonly creditBearing: boolean;
  readonly start: string;
  readonly end: string | null;
  readonly minutesPerWeek: number;
  readonly plannedMinutes: number;
  readonly loggedMinutes: number;
  readonly registeredApprenticeshipPartner: string | null;
  readonly employerLed: boolean;
  readonly externalClient: boolean;
  readonly workPermitOnFile: boolean;
  /** Null where the student is not known here yet: then no rule judges by age. */
  readonly bornOn: string | null;
  /** Null where there is no site; its status is null where the site is not known here yet. */
  readonly site: { readonly status: string | null } | null;
  readonly plan: {
    readonly version: PlanVersion;
    readonly jobDescription: string;
    readonly careerSkills: number;
  } | null;
  readonly reviews: readonly ReviewKind[];
  /** The days with the most logged hours: all that could pass a daily limit. */
  readonly longDays: readonly { readonly day: string; readonly minutes: number }[];
  readonly consent: ConsentState;
  readonly today: string;
};

const BEFORE_START = ['PROPOSED', 'MATCHED', 'APPROVED'] as const;
/** A placement that may still come to something. */
export const OPEN: readonly PlacementStatus[] = [...BEFORE_START, 'ACTIVE'];
export const FROM_MATCH: readonly PlacementStatus[] = ['MATCHED', 'APPROVED', 'ACTIVE'];
export const FROM_APPROVAL: readonly PlacementStatus[] = ['APPROVED', 'ACTIVE'];
/** All but the ones that came to nothing. */
export const COUNTED: readonly PlacementStatus[] = [...OPEN, 'COMPLETED', 'ENDED_EARLY'];
