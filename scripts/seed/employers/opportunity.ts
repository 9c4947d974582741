import type { PayType, WblType, WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { Day } from '../calendar.ts';
import type { Site } from './site.ts';

/** An opportunity, kept until every placement has taken its slot. */
export type Opportunity = {
  readonly id: string;
  readonly site: Site;
  readonly board: WorkforceBoardCode;
  readonly title: string;
  readonly type: WblType;
  readonly start: Day;
  readonly end: Day;
  readonly minutesPerWeek: number;
  readonly plannedMinutes: number;
  readonly pay: PayType;
  readonly wageCents: number | null;
  readonly creditBearing: boolean;
  readonly apprenticeshipPartner: string | null;
  readonly slots: number;
  readonly minimumAge: number;
  readonly programHost: string | null;
  readonly technologySupport: readonly ('EQUIPMENT' | 'CONNECTIVITY' | 'AT_HOME_KIT')[];
  /** The team that fills it together, in a capstone. */
  readonly team: string | null;
  /** How many placements took a slot so far. */
  filled: number;
  /** Set where the dates and slots do not tell the status. */
  readonly status?: 'DRAFT' | 'WITHDRAWN' | 'OPEN';
};
