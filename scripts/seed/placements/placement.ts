import type { PayType, WblType } from '../../../platform/vocabulary.ts';
import type { Day } from '../calendar.ts';
import type { Opportunity } from '../employers/opportunity.ts';
import type { Site } from '../employers/site.ts';
import type { School } from '../schools/school.ts';

export type PlacementStatus =
  | 'PROPOSED'
  | 'MATCHED'
  | 'APPROVED'
  | 'ACTIVE'
  | 'COMPLETED'
  | 'ENDED_EARLY'
  | 'WITHDRAWN'
  | 'DECLINED';

/** A placement before its history, hours and reviews are told. */
export type Placement = {
  readonly id: string;
  readonly student: string;
  readonly birth: Day;
  /** The school attended on the first day. */
  readonly school: School;
  readonly opportunity: Opportunity | null;
  readonly site: Site | null;
  readonly type: WblType;
  readonly status: PlacementStatus;
  readonly start: Day;
  readonly end: Day;
  readonly minutesPerWeek: number;
  readonly plannedMinutes: number;
  readonly pay: PayType;
  readonly wageCents: number | null;
  readonly creditBearing: boolean;
  readonly apprenticeshipPartner: string | null;
  readonly team: string | null;
  /** What a hand-written placement insists on; chance decides where it is unset. */
  readonly wants?: {
    readonly reviews?: readonly ('BASELINE' | 'INTERIM' | 'FINAL')[];
    readonly reflections?: number;
    readonly baselineBy?: string;
    /** A consent that names the employer stands for the student's own approval. */
    readonly byConsent?: boolean;
  };
};

const BEGUN: ReadonlySet<PlacementStatus> = new Set(['ACTIVE', 'COMPLETED', 'ENDED_EARLY']);
const HOLDS_A_SLOT: ReadonlySet<PlacementStatus> = new Set([
  'MATCHED',
  'APPROVED',
  'ACTIVE',
  'COMPLETED',
  'ENDED_EARLY',
]);

export const hasBegun = (status: PlacementStatus): boolean => BEGUN.has(status);
export const holdsSlot = (status: PlacementStatus): boolean => HOLDS_A_SLOT.has(status);
