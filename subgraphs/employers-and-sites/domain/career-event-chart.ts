import type { CareerStage } from '../../../platform/vocabulary.ts';

export type CareerEventType =
  | 'CAREER_SPEAKER'
  | 'CAREER_DAY'
  | 'CAREER_FAIR'
  | 'JOB_SHADOW_DAY'
  | 'COMPANY_TOUR'
  | 'CAREER_PANEL'
  | 'MOCK_INTERVIEW'
  | 'BOOTCAMP'
  | 'STEM_AWARENESS'
  | 'TEACHER_EXTERNSHIP'
  | 'WORKSHOP';

type Charted = {
  readonly stage: CareerStage;
  /** What coming to it is on a student's plan; null where it is not for students. */
  readonly activity: string | null;
};

/** The stage that each type of event serves, and what it is on the plan of a student who came. */
export const CAREER_EVENT_CHART: Readonly<Record<CareerEventType, Charted>> = {
  CAREER_SPEAKER: { stage: 'CAREER_AWARENESS', activity: 'CAREER_SPEAKER' },
  CAREER_DAY: { stage: 'CAREER_AWARENESS', activity: 'CAREER_DAY' },
  CAREER_FAIR: { stage: 'CAREER_AWARENESS', activity: 'CAREER_FAIR' },
  JOB_SHADOW_DAY: { stage: 'CAREER_EXPLORATION', activity: 'JOB_SHADOW' },
  COMPANY_TOUR: { stage: 'CAREER_EXPLORATION', activity: 'CONTEXTUAL_LEARNING' },
  CAREER_PANEL: { stage: 'CAREER_AWARENESS', activity: 'CAREER_SPEAKER' },
  MOCK_INTERVIEW: { stage: 'CAREER_EXPLORATION', activity: 'INFORMATIONAL_INTERVIEW' },
  BOOTCAMP: { stage: 'CAREER_EXPLORATION', activity: 'CONTEXTUAL_LEARNING' },
  STEM_AWARENESS: { stage: 'CAREER_AWARENESS', activity: 'CAREER_SEARCH_REPORT' },
  TEACHER_EXTERNSHIP: { stage: 'CAREER_EXPLORATION', activity: null },
  WORKSHOP: { stage: 'CAREER_EXPLORATION', activity: 'JOB_SKILLS_PORTFOLIO' },
};
