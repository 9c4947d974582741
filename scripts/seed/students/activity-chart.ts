import type { CareerStage } from '../../../platform/vocabulary.ts';
import { activityStage } from '../tables/students.ts';
import type { World } from '../world.ts';

/** The Career Development Model's chart: 27 activities under four stages. */
export const ACTIVITY_CHART = {
  SELF_DISCOVERY: ['PERSONAL_INTERESTS', 'SKILLS', 'TALENTS', 'PASSIONS', 'SELF_AWARENESS'],
  CAREER_AWARENESS: [
    'CAREER_SPEAKER',
    'CAREER_DAY',
    'CAREER_FAIR',
    'CAREER_INTEREST_INVENTORY',
    'CAREER_SEARCH_REPORT',
  ],
  CAREER_EXPLORATION: [
    'JOB_SHADOW',
    'INFORMATIONAL_INTERVIEW',
    'JOB_SKILLS_PORTFOLIO',
    'COMMUNITY_SERVICE',
    'SERVICE_LEARNING',
    'CAREER_CLUB_LEADERSHIP',
    'CONTEXTUAL_LEARNING',
    'COURSEWORK',
    'LABOR_MARKET_INFORMATION',
  ],
  CAREER_IMMERSION: [
    'CAPSTONE',
    'INTERNSHIP',
    'PRE_APPRENTICESHIP',
    'ENTREPRENEURIAL_ENTERPRISE',
    'SIMULATION',
    'CLINICAL',
    'PART_TIME_EMPLOYMENT',
    'COOPERATIVE_EDUCATION',
  ],
} as const satisfies Record<CareerStage, readonly string[]>;

export type ActivityType = (typeof ACTIVITY_CHART)[CareerStage][number];

const STAGES = new Map<ActivityType, CareerStage>();
for (const stage of Object.keys(ACTIVITY_CHART) as CareerStage[]) {
  for (const type of ACTIVITY_CHART[stage]) STAGES.set(type, stage);
}

export function stageOf(type: ActivityType): CareerStage {
  const stage = STAGES.get(type);
  if (!stage) throw new Error(`The chart has no activity "${type}".`);
  return stage;
}

export function writeActivityChart(world: World): void {
  for (const [type, stage] of STAGES) world.write(activityStage, { type, stage });
}
