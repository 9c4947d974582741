import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tellFacts } from '../../support/following.ts';
import { makeEmployer, makeSchoolRef, makeSite } from './makers.ts';
import { ACTORS, employerAt, OTHER_BOARD, openWriting, refusalsOf } from './writing.ts';

const graph = openWriting();
const HOST = `mutation ($input: HostCareerEventInput!, $key: String) {
  hostCareerEvent(input: $input, idempotencyKey: $key) {
    careerEvent {
      id type stage title startDate endDate virtual partners attendance
      board { code } hostEmployers { id } schools { deseCode }
    }
  }
}`;
/** Four days of hands-on work in April. */
const BOOTCAMP = {
  type: 'BOOTCAMP',
  title: 'Design thinking in four days',
  startDate: '2027-04-20',
  endDate: '2027-04-23',
};
const [OURS, THEIRS, CLOSED, UNKNOWN] = ['90350010', '90360010', '90350020', '90990010'];

let employer: string;
let site: string;
beforeAll(async () => {
  await makeSchoolRef(graph.database(), OURS);
  await makeSchoolRef(graph.database(), THEIRS, { board_code: 'CENTRAL' });
  await makeSchoolRef(graph.database(), CLOSED, { closed: true });
});
beforeEach(async () => {
  employer = await makeEmployer(graph.database(), { board_code: 'CENTRAL' });
  site = await makeSite(graph.database(), { employer_id: employer });
});
const host = (input: object, as = ACTORS.BOARD_STAFF, key: string | null = null) =>
  graph.ask(HOST, { as, key, input: { ...BOOTCAMP, ...input } });
const regionOf = ({ data }: Awaited<ReturnType<typeof host>>) =>
  (data?.hostCareerEvent as { careerEvent: { board: { code: string } } } | null)?.careerEvent.board
    .code;

describe('a career event', () => {
  it('is held by a board with employers, schools and partners, in the stage of its type', async () => {
    const input = {
      hostEmployerIds: [employer, employer],
      schoolCodes: [OURS],
      partners: ['Esker Makers (demo)'],
      virtual: true,
    };
    const { data, errors } = await host(input);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      hostCareerEvent: {
        careerEvent: {
          ...BOOTCAMP,
          stage: 'CAREER_EXPLORATION',
          virtual: true,
          partners: ['Esker Makers (demo)'],
          attendance: null,
          board: { code: 'BOSTON' },
          hostEmployers: [{ id: employer }],
          schools: [{ deseCode: OURS }],
        },
      },
    });
  });

  it.each([
    { who: "the school's staff", actor: () => ACTORS.SCHOOL_STAFF, region: 'BOSTON' },
    { who: "its district's staff", actor: () => ACTORS.DISTRICT_STAFF, region: 'BOSTON' },
    { who: 'an employer', actor: () => employerAt(site), region: 'BOSTON' },
  ])('is held at a school by $who', async ({ actor, region }) => {
    const answer = await host({ schoolCodes: [OURS], hostEmployerIds: [employer] }, actor());
    expect(answer.errors).toBeUndefined();
    expect(regionOf(answer)).toBe(region);
  });

  it('of an employer alone is held in the region it works with', async () => {
    expect(regionOf(await host({ hostEmployerIds: [employer] }, employerAt(site)))).toBe('CENTRAL');
  });

  it('of a school alone needs no employer', async () => {
    const day = { type: 'CAREER_DAY', endDate: BOOTCAMP.startDate, schoolCodes: [OURS] };
    const { data } = await host(day, ACTORS.SCHOOL_STAFF);
    expect(data).toMatchObject({
      hostCareerEvent: { careerEvent: { stage: 'CAREER_AWARENESS', hostEmployers: [] } },
    });
  });

  it('is held once under one key', async () => {
    const input = { schoolCodes: [OURS] };
    const first = await host(input, ACTORS.BOARD_STAFF, 'once');
    expect(await host(input, ACTORS.BOARD_STAFF, 'once')).toEqual(first);
  });

  it('is answered again under its key although the school was closed since', async () => {
    const code = '90350040';
    await makeSchoolRef(graph.database(), code);
    const first = await host({ schoolCodes: [code] }, ACTORS.BOARD_STAFF, 'before');
    await graph.rows('update school_ref set closed = true where school_code = $1', [code]);
    expect(await host({ schoolCodes: [code] }, ACTORS.BOARD_STAFF, 'before')).toEqual(first);
  });

  it.each([
    {
      what: 'that ends before it starts',
      input: { schoolCodes: [OURS], endDate: '2027-04-19' },
      code: 'RULE_VIOLATED EVENT_ENDS_BEFORE_START',
    },
    { what: 'that nobody holds', input: {}, code: 'RULE_VIOLATED EVENT_WITHOUT_HOST' },
    {
      what: 'as if a bootcamp were a placement',
      input: { schoolCodes: [OURS], stage: 'CAREER_IMMERSION' },
      code: 'RULE_VIOLATED EVENT_STAGE',
    },
    {
      what: 'at a school that is closed',
      input: { schoolCodes: [CLOSED] },
      code: 'RULE_VIOLATED SCHOOL_CLOSED',
    },
    { what: 'at a school that is none', input: { schoolCodes: [UNKNOWN] }, code: 'NOT_FOUND' },
    {
      what: 'at a code that lost its zeros',
      input: { schoolCodes: ['350560'] },
      code: 'BAD_USER_INPUT',
    },
    {
      what: 'by an employer that is none',
      input: { hostEmployerIds: [randomUUID()] },
      code: 'NOT_FOUND',
    },
    {
      what: 'by an employer whose id is none',
      input: { hostEmployerIds: ['x'] },
      code: 'NOT_FOUND',
    },
    { what: "at another region's school", input: { schoolCodes: [THEIRS] }, code: 'FORBIDDEN' },
    { what: 'without a title', input: { schoolCodes: [OURS], title: ' ' }, code: 'BAD_USER_INPUT' },
    {
      what: 'at more schools than are named at once',
      input: { schoolCodes: Array.from({ length: 26 }, () => OURS) },
      code: 'BAD_USER_INPUT',
    },
  ])('is not held $what', async ({ input, code }) => {
    expect(refusalsOf(await host(input))).toEqual([code]);
  });

  it.each(['STUDENT', 'FAMILY', 'PARTNER', 'STATE', 'ADMIN'] as const)(
    'is not held by %s',
    async (role) => {
      expect(refusalsOf(await host({ schoolCodes: [OURS] }, ACTORS[role]))).toEqual(['FORBIDDEN']);
    },
  );

  it.each([
    { who: "another school's staff", actor: { ...ACTORS.SCHOOL_STAFF, schools: [THEIRS] } },
    { who: "another district's staff", actor: { ...ACTORS.DISTRICT_STAFF, district: '90360000' } },
    { who: "another region's board", actor: OTHER_BOARD },
  ])('is not held at a school by $who', async ({ actor }) => {
    expect(refusalsOf(await host({ schoolCodes: [OURS] }, actor))).toEqual(['FORBIDDEN']);
  });

  it('is not held by an employer in the name of another, or of none', async () => {
    const other = await makeEmployer(graph.database());
    for (const hostEmployerIds of [[other], [employer, other], []])
      expect(
        refusalsOf(await host({ hostEmployerIds, schoolCodes: [OURS] }, employerAt(site))),
      ).toEqual(['FORBIDDEN']);
  });
});

describe('what schools-and-network tells of a school', () => {
  const tell = (deseCode: string, body: object | null) =>
    tellFacts('employers-and-sites', graph.database(), [
      { topic: 'school', key: deseCode, body: body && { deseCode, name: 'x', ...body } },
    ]);
  const hosted = () => host({ schoolCodes: ['90350030'] });

  it('decides whether an event is held there', async () => {
    expect(refusalsOf(await hosted())).toEqual(['NOT_FOUND']);
    await tell('90350030', { boardCode: 'BOSTON', closed: false });
    expect((await hosted()).errors).toBeUndefined();
    await tell('90350030', { boardCode: 'CENTRAL', closed: false });
    expect(refusalsOf(await hosted())).toEqual(['FORBIDDEN']);
    await tell('90350030', { boardCode: 'BOSTON', closed: true });
    expect(refusalsOf(await hosted())).toEqual(['RULE_VIOLATED SCHOOL_CLOSED']);
    await tell('90350030', null);
    expect(refusalsOf(await hosted())).toEqual(['NOT_FOUND']);
  });
});
