import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeOpportunity, makeSite } from './makers.ts';
import {
  ACTORS,
  BYSTANDERS,
  employerAt,
  FIFTY,
  openWriting,
  outcomesOf,
  refusalsOf,
} from './writing.ts';

const graph = openWriting();
const SHOWN = '{ opportunity { id status version } findings { rule severity } }';
const DRAFT = `mutation ($input: DraftOpportunityInput!, $key: String) {
  draftOpportunity(input: $input, idempotencyKey: $key) ${SHOWN}
}`;
const PUBLISH = `mutation ($input: PublishDraftInput!) { publishDraft(input: $input) ${SHOWN} }`;

/** Neither paid nor for credit yet. */
const UNFINISHED = {
  title: 'Gallery intern',
  plainLanguageSummary: 'Hang pictures, and talk about them.',
  wblType: 'INTERNSHIP',
  startDate: '2027-07-06',
  endDate: '2027-08-13',
  hoursPerWeek: 20,
  plannedHours: 120,
  pay: 'UNPAID',
  slots: 2,
};

let site: string;
beforeEach(async () => {
  site = await makeSite(graph.database());
});
const draft = (input: object = {}, as = ACTORS.BOARD_STAFF, key: string | null = null) =>
  graph.ask(DRAFT, { as, key, input: { siteId: site, ...UNFINISHED, ...input } });
const publish = (opportunityId: string, version = 1, as = ACTORS.BOARD_STAFF) =>
  graph.ask(PUBLISH, { as, input: { opportunityId, expectedVersion: version } });
const drafted = (columns: object = {}) =>
  makeOpportunity(graph.database(), site, { status: 'DRAFT', ...columns });

describe('a draft', () => {
  it('may break what is for publishing to hold, and says so', async () => {
    const { data, errors } = await draft({}, employerAt(site));
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      draftOpportunity: {
        opportunity: { status: 'DRAFT', version: 1 },
        findings: [{ rule: 'PAID_OR_CREDIT', severity: 'BLOCKING' }],
      },
    });
  });

  it('may be written for a site that is still being onboarded', async () => {
    site = await makeSite(graph.database(), { onboarding_status: 'VETTING' });
    expect((await draft()).errors).toBeUndefined();
  });

  it('is written once under one key', async () => {
    const first = await draft({}, ACTORS.BOARD_STAFF, 'once');
    expect(await draft({}, ACTORS.BOARD_STAFF, 'once')).toEqual(first);
  });

  it.each([
    { input: { endDate: '2027-07-05' }, code: 'RULE_VIOLATED ENDS_BEFORE_START' },
    { input: { slots: 0 }, code: 'RULE_VIOLATED NO_SLOTS' },
    { input: { plainLanguageSummary: '' }, code: 'BAD_USER_INPUT' },
    { input: { siteId: randomUUID() }, code: 'NOT_FOUND' },
  ])('is none with $input', async ({ input, code }) => {
    expect(refusalsOf(await draft(input))).toEqual([code]);
  });

  it.each(BYSTANDERS)('is neither written nor published by %s', async (role) => {
    expect(refusalsOf(await draft({}, ACTORS[role]))).toEqual(['FORBIDDEN']);
    const seesDrafts = ['SCHOOL_STAFF', 'DISTRICT_STAFF', 'STATE', 'ADMIN'].includes(role);
    const refused = seesDrafts ? 'FORBIDDEN' : 'NOT_FOUND';
    expect(refusalsOf(await publish(await drafted(), 1, ACTORS[role]))).toEqual([refused]);
  });
});

describe('publishing a draft', () => {
  it('opens it', async () => {
    const id = await drafted();
    expect(await publish(id)).toMatchObject({
      data: { publishDraft: { opportunity: { id, status: 'OPEN', version: 2 }, findings: [] } },
    });
  });

  it.each([
    {
      what: 'that a rule blocks',
      columns: { pay: 'UNPAID', hourly_wage_cents: null },
      code: 'RULE_VIOLATED PAID_OR_CREDIT',
    },
    { what: 'that is none', columns: { status: 'OPEN' }, code: 'RULE_VIOLATED OPPORTUNITY_STATUS' },
    { what: 'that was changed', columns: { version: 2 }, code: 'CONFLICT' },
  ])('is refused for one $what', async ({ columns, code }) => {
    expect(refusalsOf(await publish(await drafted(columns)))).toEqual([code]);
  });

  it('is refused at a site that is not active', async () => {
    site = await makeSite(graph.database(), { onboarding_status: 'PAUSED' });
    expect(refusalsOf(await publish(await drafted()))).toEqual(['RULE_VIOLATED SITE_NOT_ACTIVE']);
  });

  it('is done once by fifty at once', async () => {
    const id = await drafted();
    const answers = await Promise.all(FIFTY.map(() => publish(id)));
    expect(outcomesOf(answers)).toEqual({ done: 1, CONFLICT: 49 });
  });
});
