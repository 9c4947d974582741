import type { PayType, WblType } from '../../../platform/vocabulary.ts';

/** The terms of an opportunity that rules look at; days are `YYYY-MM-DD`. */
export type Terms = {
  readonly wblType: WblType;
  readonly startDate: string;
  readonly endDate: string;
  readonly minutesPerWeek: number | null;
  readonly plannedMinutes: number | null;
  readonly pay: PayType;
  readonly hourlyWageCents: number | null;
  readonly creditBearing: boolean;
  readonly registeredApprenticeshipPartner: string | null;
  readonly slots: number;
};
