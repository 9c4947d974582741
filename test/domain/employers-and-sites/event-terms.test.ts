import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../scripts/seed/students/activity-chart.ts';
import { attendanceFit } from '../../../subgraphs/employers-and-sites/domain/attendance.ts';
import { CAREER_EVENT_CHART } from '../../../subgraphs/employers-and-sites/domain/career-event-chart.ts';
import { eventFit } from '../../../subgraphs/employers-and-sites/domain/event-terms.ts';

const BOOTCAMP = {
  type: 'BOOTCAMP',
  stage: null,
  startDate: '2027-04-20',
  endDate: '2027-04-23',
  employers: 1,
  schools: 0,
} as const;

describe('a career event', () => {
  it.each([
    {
      what: 'of four days in April',
      terms: {},
      fit: { status: 'fits', stage: 'CAREER_EXPLORATION' },
    },
    {
      what: 'of one day',
      terms: { endDate: '2027-04-20' },
      fit: { status: 'fits', stage: 'CAREER_EXPLORATION' },
    },
    {
      what: 'in its own stage',
      terms: { stage: 'CAREER_EXPLORATION' },
      fit: { status: 'fits', stage: 'CAREER_EXPLORATION' },
    },
    {
      what: 'as a placement',
      terms: { stage: 'CAREER_IMMERSION' },
      fit: { status: 'stage-elsewhere', right: 'CAREER_EXPLORATION' },
    },
    {
      what: 'that ends before it starts',
      terms: { endDate: '2027-04-19' },
      fit: { status: 'ends-before-start' },
    },
    { what: 'that nobody holds', terms: { employers: 0 }, fit: { status: 'without-host' } },
    {
      what: 'that a school holds alone',
      terms: { employers: 0, schools: 1 },
      fit: { status: 'fits', stage: 'CAREER_EXPLORATION' },
    },
  ] as const)('$what: $fit.status', ({ terms, fit }) => {
    expect(eventFit({ ...BOOTCAMP, ...terms })).toEqual(fit);
  });

  it('serves the stage in which the chart of activities has what it is on a plan', () => {
    for (const { stage, activity } of Object.values(CAREER_EVENT_CHART))
      if (activity) expect(stageOf(activity as Parameters<typeof stageOf>[0])).toBe(stage);
  });

  it('is never immersion', () => {
    const stages = Object.values(CAREER_EVENT_CHART).map(({ stage }) => stage);
    expect(stages).not.toContain('CAREER_IMMERSION');
  });
});

describe('who came', () => {
  it.each([
    {
      what: 'on the first day',
      type: 'JOB_SHADOW_DAY',
      today: '2026-10-05',
      fit: { status: 'fits', activity: 'JOB_SHADOW' },
    },
    {
      what: 'the day before',
      type: 'JOB_SHADOW_DAY',
      today: '2026-10-04',
      fit: { status: 'not-yet' },
    },
    {
      what: 'to a teacher externship',
      type: 'TEACHER_EXTERNSHIP',
      today: '2026-10-05',
      fit: { status: 'not-for-students' },
    },
  ] as const)('$what is $fit.status', ({ type, today, fit }) => {
    expect(attendanceFit({ type, startDate: '2026-10-05' }, today)).toEqual(fit);
  });
});
