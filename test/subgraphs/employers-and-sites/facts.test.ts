import { beforeAll, describe, expect, it } from 'vitest';
import { insert } from '../../support/insert.ts';
import { makeEmployer, makeEvent, makeOpportunity, makeSite, makeSupervisor } from './makers.ts';
import { openWriting } from './writing.ts';

const graph = openWriting();
const TOPICS = ['attendance', 'career-event', 'employer', 'opportunity', 'site'];
const ID = '01890000-0000-7000-8000-00000000000a';

let employer: string;
let site: string;
let supervisor: string;
let opportunity: string;
let event: string;

beforeAll(async () => {
  const database = graph.database();
  employer = await makeEmployer(database);
  site = await makeSite(database, { employer_id: employer });
  supervisor = await makeSupervisor(database, site);
  opportunity = await makeOpportunity(database, site, { career_cluster: 'HEALTH_SCIENCE' });
  event = await makeEvent(database, [employer], { board_code: 'BOSTON' });
  await insert(database, 'event_attendance', {
    id: ID,
    event_id: event,
    student_id: ID,
    activity_type: 'CAREER_DAY',
    recorded_by: 'school',
    recorded_at: '2026-03-02T16:00:00Z',
    scope: { schools: ['90350010'] },
  });
});

const fact = async (topic: string, key: string) =>
  (await graph.rows('select body from change where topic = $1 and key = $2', [topic, key]))[0]
    ?.body;
const everything = () =>
  graph.rows('select topic, key, body, xid, position from change order by topic, key');

describe('what others are told', () => {
  it('of an employer', async () => {
    expect(await fact('employer', employer)).toEqual({
      id: employer,
      name: 'Harborside Clinic (demo)',
      sector: 'NONPROFIT',
      boardCode: 'BOSTON',
    });
  });

  it('of a site, with who supervises there and who has left', async () => {
    const told = (leftOn: string | null) => ({
      id: site,
      employerId: employer,
      boardCode: 'BOSTON',
      setting: 'OUTSIDE_SCHOOL',
      status: 'ACTIVE',
      supervisors: [{ id: supervisor, leftOn }],
    });
    expect(await fact('site', site)).toEqual(told(null));
    await graph.rows("update supervisor set left_on = '2026-10-01' where id = $1", [supervisor]);
    expect(await fact('site', site)).toEqual(told('2026-10-01'));
  });

  it('of an opportunity, with its cluster and the slots that are asked for', async () => {
    expect(await fact('opportunity', opportunity)).toEqual({
      id: opportunity,
      siteId: site,
      boardCode: 'BOSTON',
      wblType: 'INTERNSHIP',
      pay: 'EMPLOYER_PAID',
      hourlyWageCents: 1_675,
      creditBearing: false,
      registeredApprenticeshipPartner: null,
      minimumAge: 16,
      startDate: '2026-07-06',
      endDate: '2026-08-14',
      minutesPerWeek: 1_500,
      plannedMinutes: 9_050,
      status: 'OPEN',
      cluster: 'HEALTH_SCIENCE',
      demandRating: 'HIGH_WAGE_HIGH_DEMAND',
      slotsRequested: 3,
      slotsVersion: 1,
    });
  });

  it('of a career event, with its hosts', async () => {
    expect(await fact('career-event', event)).toEqual({
      id: event,
      type: 'CAREER_DAY',
      stage: 'CAREER_AWARENESS',
      boardCode: 'BOSTON',
      startDate: '2026-03-02',
      endDate: '2026-03-02',
      hostEmployerIds: [employer],
    });
  });

  it('of who came, with the scope of who says so', async () => {
    expect(await fact('attendance', ID)).toEqual({
      eventId: event,
      studentId: ID,
      activityType: 'CAREER_DAY',
      date: '2026-03-02',
      recordedBy: 'school',
      scope: { schools: ['90350010'] },
    });
  });

  it('is not told anew where only what nobody else knows has changed', async () => {
    const before = await everything();
    await graph.rows("update opportunity set title = 'Another', filled = 1 where id = $1", [
      opportunity,
    ]);
    await graph.rows("update employer set naics = '62' where id = $1", [employer]);
    await graph.rows("update supervisor set name = 'Another' where id = $1", [supervisor]);
    await graph.rows("update site set version = 2, accommodations = '{}' where id = $1", [site]);
    expect(await everything()).toEqual(before);
  });

  it('is the same where all of it is published anew', async () => {
    const before = await everything();
    expect([...new Set(before.map(({ topic }) => topic))]).toEqual(TOPICS);
    await graph.rows('select republish_all()');
    expect(await everything()).toEqual(before);
  });

  it('says what is gone', async () => {
    const gone = await makeOpportunity(graph.database(), site);
    await graph.rows('delete from opportunity where id = $1', [gone]);
    expect(await fact('opportunity', gone)).toBeNull();
    const lonely = await makeSite(graph.database());
    await graph.rows('delete from site where id = $1', [lonely]);
    expect(await fact('site', lonely)).toBeNull();
  });
});
