import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { OnboardingStatus } from '../domain/onboarding-states.ts';
import { once } from '../once.ts';
import { moveSite, requireOnboardable } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { EXPECTED_VERSION } from '../versions.ts';
import { sitePayload } from './site-payload.ts';

type Input = { readonly siteId: string; readonly expectedVersion: number };
type Verb = {
  /** The mutation: "pauseSite". */
  readonly name: string;
  readonly to: OnboardingStatus;
  readonly description: string;
  /** What else happens with the site, in the same transaction. */
  readonly also?: (transaction: Transaction, input: Input) => Promise<unknown>;
};

/** Defines a mutation that moves a site along its onboarding by somebody's word. */
export function defineSiteMove({ name, to, description, also }: Verb): void {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const input = builder.inputType(`${type}Input`, {
    description: `The site that becomes ${to}.`,
    fields: (t) => ({
      siteId: t.id({ required: true, description: 'Which site.' }),
      expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
    }),
  });
  const payload = sitePayload(`${type}Payload`, `The site that is ${to}.`);

  const resolve = async (context: Context, given: Input, key: string | null | undefined) => {
    requireSignedIn(context, `"${name}"`);
    await requireOnboardable(context, given.siteId, 'change the onboarding of this site');
    const write = async (transaction: Transaction) => {
      await moveSite(transaction, given, to);
      await also?.(transaction, given);
      return given.siteId;
    };
    return { siteId: await once(context, { mutation: name, key, input: given }, write) };
  };

  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      nullable: true,
      description,
      args: {
        input: t.arg({ type: input, required: true, description: 'Which site.' }),
        idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, args, context) => resolve(context, args.input, args.idempotencyKey),
    }),
  );
}
