import { badUserInput, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { MAX_NAME } from '../limits.ts';
import { once } from '../once.ts';
import { holdSite, requireSpokenFor } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { supervisorPayload } from './supervisor-payload.ts';

/** Somebody at some host: whether mail arrives there, only mail can tell. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const AddSupervisorInput = builder.inputType('AddSupervisorInput', {
  description: 'Who will guide and review students at a site.',
  fields: (t) => ({
    siteId: t.id({ required: true, description: 'At which site.' }),
    name: t.string({
      required: true,
      description: `Their name; at most ${MAX_NAME} characters.`,
    }),
    email: t.string({
      required: true,
      description: 'Where to write to them: links to sign reviews go there.',
    }),
  }),
});
type Input = typeof AddSupervisorInput.$inferInput;

const AddSupervisorPayload = supervisorPayload('AddSupervisorPayload', 'Who was added.');

function checkShape({ name, email }: Input): void {
  checkTexts({ name, email }, MAX_NAME);
  if (!EMAIL.test(email.trim()))
    throw badUserInput(`"email" cannot be "${email}". It looks like "ada@harborside.example".`);
}

async function add(transaction: Transaction, { siteId, name, email }: Input): Promise<string> {
  const site = await holdSite(transaction, siteId);
  if (site.onboardingStatus === 'RETIRED')
    throw ruleViolated(
      'SITE_RETIRED',
      `Site "${siteId}" is RETIRED and hosts nobody, so nobody supervises there.`,
    );
  const data = { siteId, name: name.trim(), email: email.trim() };
  return (await transaction.supervisor.create({ data, select: { id: true } })).id;
}

builder.mutationFields((t) => ({
  addSupervisor: t.field({
    type: AddSupervisorPayload,
    nullable: true,
    description: "Adds a supervisor at a site. For staff of the region's board, and the employer.",
    args: {
      input: t.arg({ type: AddSupervisorInput, required: true, description: 'Whom, and where.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"addSupervisor"');
      checkShape(input);
      await requireSpokenFor(context, input.siteId, 'name supervisors at this site');
      const supervisorId = await once(
        context,
        { mutation: 'addSupervisor', key, input },
        (transaction: Transaction) => add(transaction, input),
      );
      return { supervisorId };
    },
  }),
}));
