import { expect } from 'vitest';
import { type Place, staffOf, studentSelf } from './people.ts';
import {
  CAREER_SKILLS,
  EMPLOYABILITY_SKILLS,
  type Lived,
  planIsDrafted,
  reviewIsSigned,
} from './plan-is-reviewed.ts';
import type { Teller } from './teller.ts';

const VERSION = `query ($id: ID!) { placement(id: $id) { version } }`;
const START = `mutation ($input: StartPlacementInput!) { startPlacement(input: $input) {
  placement { status compliance { rule } countsForPerkins5S3 }
} }`;
const LOG = `mutation ($input: LogHoursInput!) { logHours(input: $input) { entry { hours placement { hoursLogged } } } }`;
const COMPLETE = `mutation ($input: CompletePlacementInput!) { completePlacement(input: $input) {
  placement { status compliance { rule } countsForPerkins5S3 hoursLogged }
} }`;
const REFLECT = `mutation ($input: AddReflectionInput!) { addReflection(input: $input) { reflection { id sharePublicly } } }`;
const SHARE = `mutation ($input: ShareReflectionInput!) { shareReflection(input: $input) { reflection { sharePublicly } } }`;
const WHOLE = `query ($id: ID!) { placement(id: $id) {
  status hoursLogged countsForPerkins5S3 compliance { rule } myCapGoal { text }
  history { from to } reflections { text sharePublicly }
  wblPlan { reviews { kind supervisorSignedOn studentSignedOn } skillGain { gain careerSkill { name } } }
} }`;

/** Fifteen Saturdays of eight hours: 120 hours. */
const SATURDAYS = Array.from({ length: 15 }, (_, week) =>
  new Date(Date.UTC(2026, 10, 7 + 7 * week)).toISOString().slice(0, 10),
);
const HOURS_A_SATURDAY = 8;

type Reflected = { readonly addReflection: { readonly reflection: { readonly id: string } } };

type Chapter = (teller: Teller, place: Place, lived: Lived) => Promise<void>;

const expectedVersion = async ({ tell }: Teller, place: Place, id: string) =>
  (
    await tell<{ readonly placement: { readonly version: number } }>(
      VERSION,
      staffOf(place).school,
      {
        id,
      },
    )
  ).placement.version;

/** Without a Youth Employment Permit somebody of 16 does not begin to work for pay. */
async function placementStarts(teller: Teller, place: Place, placementId: string) {
  const { tell, refused } = teller;
  const { school } = staffOf(place);
  const input = { placementId, expectedVersion: await expectedVersion(teller, place, placementId) };
  expect(await refused(START, school, { input })).toEqual(['WORK_PERMIT_REQUIRED']);
  const started = await tell(START, school, { input: { ...input, workPermitOnFile: true } });
  expect(started).toEqual({
    startPlacement: {
      placement: {
        status: 'ACTIVE',
        compliance: [{ rule: 'TWO_REVIEWS_REQUIRED' }],
        countsForPerkins5S3: false,
      },
    },
  });
}

async function hoursAreLogged({ tell }: Teller, { student, placement }: Lived): Promise<void> {
  for (const [index, workedOn] of SATURDAYS.entries()) {
    const input = { placementId: placement, workedOn, hours: HOURS_A_SATURDAY };
    expect(await tell(LOG, studentSelf(student), { input })).toEqual({
      logHours: {
        entry: { hours: 8, placement: { hoursLogged: HOURS_A_SATURDAY * (index + 1) } },
      },
    });
  }
}

async function studentReflects({ tell }: Teller, { student, placement }: Lived): Promise<void> {
  const self = studentSelf(student);
  const { addReflection } = await tell<Reflected>(REFLECT, self, {
    input: { placementId: placement, prompt: 'What stays?', text: 'Patience is a tool.' },
  });
  expect(addReflection).toMatchObject({ reflection: { sharePublicly: false } });
  const input = { reflectionId: addReflection.reflection.id, sharePublicly: true };
  expect(await tell(SHARE, self, { input })).toEqual({
    shareReflection: { reflection: { sharePublicly: true } },
  });
}

const SIGNED = { supervisorSignedOn: expect.any(String), studentSignedOn: expect.any(String) };
const FINISHED = {
  status: 'COMPLETED',
  hoursLogged: 120,
  countsForPerkins5S3: true,
  compliance: [],
  myCapGoal: { text: expect.stringContaining('the sea') },
  history: [
    { from: null, to: 'PROPOSED' },
    { from: 'PROPOSED', to: 'MATCHED' },
    { from: 'MATCHED', to: 'APPROVED' },
    { from: 'APPROVED', to: 'ACTIVE' },
    { from: 'ACTIVE', to: 'COMPLETED' },
  ],
  reflections: [{ text: 'Patience is a tool.', sharePublicly: true }],
  wblPlan: {
    reviews: [
      { kind: 'BASELINE', ...SIGNED },
      { kind: 'FINAL', ...SIGNED },
    ],
    skillGain: [
      ...EMPLOYABILITY_SKILLS.map(() => ({ gain: 2, careerSkill: null })),
      ...CAREER_SKILLS.map((name) => ({ gain: 2, careerSkill: { name } })),
    ],
  },
};

/** Planned, begun, reviewed, worked in for 120 hours, reviewed again, completed and reflected on. */
export const placementIsLived: Chapter = async (teller, place, lived) => {
  const { tell, refused, graph } = teller;
  const { school } = staffOf(place);
  const placementId = lived.placement;
  const plan = await planIsDrafted(teller, place, placementId);

  graph.moveTo('2026-11-02');
  await placementStarts(teller, place, placementId);
  graph.moveTo('2026-11-09');
  const baseline = { kind: 'BASELINE', date: '2026-11-09', score: 2 } as const;
  await reviewIsSigned(teller, place, { ...lived, plan, held: baseline });
  graph.moveTo('2027-02-26');
  await hoursAreLogged(teller, lived);

  const version = await expectedVersion(teller, place, placementId);
  const input = { placementId, expectedVersion: version };
  expect(await refused(COMPLETE, school, { input })).toEqual(['TWO_REVIEWS_REQUIRED']);
  const final = { kind: 'FINAL', date: '2027-02-26', score: 4 } as const;
  await reviewIsSigned(teller, place, { ...lived, plan, held: final });
  const now = await expectedVersion(teller, place, placementId);
  expect(await tell(COMPLETE, school, { input: { placementId, expectedVersion: now } })).toEqual({
    completePlacement: {
      placement: {
        ...{ status: 'COMPLETED', compliance: [] },
        ...{ countsForPerkins5S3: true, hoursLogged: 120 },
      },
    },
  });
  await studentReflects(teller, lived);
  expect(await tell(WHOLE, studentSelf(lived.student), { id: placementId })).toEqual({
    placement: FINISHED,
  });
};
