import { beforeAll, expect, it } from 'vitest';
import { explained } from '../../../subgraphs/employers-and-sites/constraints.ts';
import { makeEmployer, makeEvent, makeOpportunity, makeSite, makeSupervisor } from './makers.ts';
import { openWriting } from './writing.ts';

const graph = openWriting();
let site: string;
beforeAll(async () => {
  site = await makeSite(graph.database());
  await makeSupervisor(graph.database(), site);
});
const opportunity = (columns: Readonly<Record<string, unknown>>) =>
  makeOpportunity(graph.database(), site, columns);

it.each([
  {
    rule: 'SUPERVISOR_ALREADY_THERE',
    write: () => makeSupervisor(graph.database(), site, { email: 'ADA@harborside.example' }),
  },
  {
    rule: 'ONBOARDING_STEPS_MISSING',
    write: () => makeSite(graph.database(), { completed_steps: [] }),
  },
  { rule: 'SITE_OUTSIDE_MASSACHUSETTS', write: () => makeSite(graph.database(), { lon: 71 }) },
  { rule: 'ENDS_BEFORE_START', write: () => opportunity({ end_date: '2026-07-05' }) },
  { rule: 'NO_SLOTS', write: () => opportunity({ slots: 0 }) },
  {
    rule: 'COOP_MUST_BE_PAID',
    write: () => opportunity({ wbl_type: 'COOPERATIVE_EDUCATION', pay: 'UNPAID' }),
  },
  { rule: 'PAID_OR_CREDIT', write: () => opportunity({ pay: 'UNPAID' }) },
  { rule: 'RA_PARTNER_REQUIRED', write: () => opportunity({ wbl_type: 'PRE_APPRENTICESHIP' }) },
  {
    rule: 'EVENT_ENDS_BEFORE_START',
    write: async () =>
      makeEvent(graph.database(), [await makeEmployer(graph.database())], {
        end_date: '2026-03-01',
      }),
  },
])('what the database refuses is answered as $rule', async ({ rule, write }) => {
  await expect(explained(write)).rejects.toMatchObject({
    extensions: { code: 'RULE_VIOLATED', rule },
  });
});

it('what else goes wrong is not explained away', async () => {
  const write = () => opportunity({ title: null });
  await expect(explained(write)).rejects.toMatchObject({ code: '23502' });
});
