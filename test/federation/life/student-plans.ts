import { expect } from 'vitest';
import { type Place, parentOf, staffOf, studentSelf } from './people.ts';
import type { Teller } from './teller.ts';

const OFFER_PROGRAM = `mutation ($input: OfferPathwayProgramInput!) { offerPathwayProgram(input: $input) { program { id } } }`;
const ENROLL = `mutation ($input: EnrollStudentInput!) { enrollStudent(input: $input) { student { id grade cohort school { deseCode tier } } } }`;
const START = `mutation ($input: StartMyCapInput!) { startMyCap(input: $input) { plan { currentStage version } findings { rule } } }`;
const GOAL = `mutation ($input: SetGoalInput!) { setGoal(input: $input) { goal { id status } } }`;
const HOST = `mutation ($input: HostCareerEventInput!) { hostCareerEvent(input: $input) { careerEvent { id stage } } }`;
const ATTEND = `mutation ($input: RecordEventAttendanceInput!) { recordEventAttendance(input: $input) { careerEvent { attendance } } }`;
const RECORD = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { activity { stage } } }`;
const REVIEW = `mutation ($input: ReviewWithFamilyInput!) { reviewWithFamily(input: $input) { plan { reviewedWithFamilyOn } } }`;
const STAGE = `mutation ($input: RecordStageInput!) { recordStage(input: $input) { plan { currentStage furthestStage } findings { rule } } }`;
const PATHWAY = `mutation ($input: EnrollInPathwayInput!) { enrollInPathway(input: $input) { student { pathway { concentrator program { title } } } } }`;
const PLAN = `{ me { grade pathway { concentrator program { type } } myCap {
  currentStage reviewedWithFamilyOn goals { text targetSoc } stageHistory { from to }
  activities { type stage date event { title } }
} } }`;

const PROGRAM = 'Precision instruments';
const GOAL_TEXT = 'Learn to build what measures the sea.';

type Made = {
  readonly offerPathwayProgram: { readonly program: { readonly id: string } };
  readonly enrollStudent: { readonly student: { readonly id: string } };
  readonly setGoal: { readonly goal: { readonly id: string } };
  readonly hostCareerEvent: { readonly careerEvent: { readonly id: string } };
};

export type Planner = { readonly student: string; readonly goal: string };

async function studentIsEnrolled({ tell }: Teller, place: Place): Promise<string> {
  const { enrollStudent } = await tell<Made>(ENROLL, staffOf(place).school, {
    input: {
      sasid: '9900000101',
      displayName: 'Tamsin Okoro-Lindqvist',
      dateOfBirth: '2009-11-20',
      grade: 12,
      schoolCode: place.school,
      enteredOn: '2026-09-01',
      groups: ['GENDER_FEMALE', 'RACE_MULTI'],
    },
  });
  expect(enrollStudent.student).toMatchObject({
    grade: 12,
    cohort: 2027,
    school: { deseCode: place.school, tier: 'PARTNER' },
  });
  return enrollStudent.student.id;
}

/** A job shadow day is on the plan of who came, as what they record themself is. */
async function studentExplores({ tell }: Teller, place: Place, studentId: string): Promise<void> {
  const { school } = staffOf(place);
  const day = { startDate: '2026-10-05', endDate: '2026-10-05' };
  const { hostCareerEvent } = await tell<Made>(HOST, school, {
    input: {
      ...{ type: 'JOB_SHADOW_DAY', title: 'A day at the harbor', ...day },
      schoolCodes: [place.school],
    },
  });
  const eventId = hostCareerEvent.careerEvent.id;
  await tell(ATTEND, school, { input: { eventId, studentIds: [studentId] } });
  const recorded = await tell(RECORD, studentSelf(studentId), {
    input: { studentId, type: 'INFORMATIONAL_INTERVIEW', date: '2026-10-05' },
  });
  expect(recorded).toEqual({ recordActivity: { activity: { stage: 'CAREER_EXPLORATION' } } });
}

async function studentJoinsPathway({ tell }: Teller, place: Place, studentId: string) {
  const { school } = staffOf(place);
  const { offerPathwayProgram } = await tell<Made>(OFFER_PROGRAM, school, {
    input: {
      schoolCode: place.school,
      type: 'PERKINS_NON_CHAPTER_74',
      title: PROGRAM,
      cipCode: '15.0403',
      wblIntegrated: true,
    },
  });
  const joined = await tell(PATHWAY, school, {
    input: {
      studentId,
      programId: offerPathwayProgram.program.id,
      technicalCoursesCompleted: 2,
    },
  });
  expect(joined).toEqual({
    enrollInPathway: { student: { pathway: { concentrator: true, program: { title: PROGRAM } } } },
  });
}

/** Enrolled, with a plan and a goal, reviewed with the family, in a pathway, and ready for immersion. */
export async function studentPlans(teller: Teller, place: Place): Promise<Planner> {
  const { tell } = teller;
  const { school } = staffOf(place);
  const studentId = await studentIsEnrolled(teller, place);
  const self = studentSelf(studentId);
  expect(
    await tell(START, self, { input: { studentId, stage: 'CAREER_EXPLORATION' } }),
  ).toMatchObject({ startMyCap: { plan: { currentStage: 'CAREER_EXPLORATION' } } });
  const { setGoal } = await tell<Made>(GOAL, self, {
    input: { studentId, domain: 'CAREER_DEVELOPMENT', text: GOAL_TEXT, targetSoc: '51-2023' },
  });
  await studentExplores(teller, place, studentId);
  await tell(REVIEW, parentOf(studentId), { input: { studentId } });
  const moved = await tell(STAGE, school, { input: { studentId, stage: 'CAREER_IMMERSION' } });
  expect(moved).toEqual({
    recordStage: {
      plan: { currentStage: 'CAREER_IMMERSION', furthestStage: 'CAREER_IMMERSION' },
      findings: [],
    },
  });
  await studentJoinsPathway(teller, place, studentId);
  const { me } = await tell<{ readonly me: object }>(PLAN, self);
  expect(me).toEqual({
    grade: 12,
    pathway: { concentrator: true, program: { type: 'PERKINS_NON_CHAPTER_74' } },
    myCap: {
      currentStage: 'CAREER_IMMERSION',
      reviewedWithFamilyOn: '2026-10-05',
      goals: [{ text: GOAL_TEXT, targetSoc: '51-2023' }],
      stageHistory: [
        { from: null, to: 'CAREER_EXPLORATION' },
        { from: 'CAREER_EXPLORATION', to: 'CAREER_IMMERSION' },
      ],
      activities: expect.arrayContaining([
        {
          ...{ type: 'JOB_SHADOW', stage: 'CAREER_EXPLORATION', date: '2026-10-05' },
          event: { title: 'A day at the harbor' },
        },
        {
          ...{ type: 'INFORMATIONAL_INTERVIEW', stage: 'CAREER_EXPLORATION', date: '2026-10-05' },
          event: null,
        },
      ]),
    },
  });
  return { student: studentId, goal: setGoal.goal.id };
}
