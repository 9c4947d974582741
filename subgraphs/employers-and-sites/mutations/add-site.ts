import { notFound, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { isUuid } from '../../../platform/ids.ts';
import { requireOwnBoard } from '../boards.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { MASSACHUSETTS } from '../domain/massachusetts-bounds.ts';
import { requiredSteps } from '../domain/onboarding.ts';
import { sitePlaceFit } from '../domain/site-place.ts';
import { checkList, MAX_NAME, MAX_NAMED } from '../limits.ts';
import { once } from '../once.ts';
import type { Transaction } from '../transaction.ts';
import { SiteSettingEnum } from '../types/enums.ts';
import { sitePayload } from './site-payload.ts';

const PointInput = builder.inputType('PointInput', {
  description: 'A point on the map, WGS 84.',
  fields: (t) => ({
    lat: t.float({ required: true, description: 'Degrees north.' }),
    lon: t.float({ required: true, description: 'Degrees east: negative here.' }),
  }),
});

const AddSiteInput = builder.inputType('AddSiteInput', {
  description: "Where an employer might have students work, in the region of the caller's board.",
  fields: (t) => ({
    employerId: t.id({ required: true, description: 'Whose site it is.' }),
    name: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    town: t.string({ required: true, description: 'The city or town.' }),
    address: t.string({ description: 'The street address; only a virtual site has none.' }),
    location: t.field({
      type: PointInput,
      description: 'Where it is, in Massachusetts; only a virtual site has none, or elsewhere.',
    }),
    setting: t.field({
      type: SiteSettingEnum,
      required: true,
      description: 'Where the work is done.',
    }),
    worksWithVulnerablePeople: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether criminal records are to be checked before students come.',
    }),
    accommodations: t.stringList({
      description: `What it can do for who needs it, in its own words; at most ${MAX_NAMED}.`,
    }),
  }),
});
type Input = typeof AddSiteInput.$inferInput;

const AddSitePayload = sitePayload('AddSitePayload', 'What was added.');

function checkShape({ name, town, address, accommodations }: Input): void {
  checkTexts({ name, town, address }, MAX_NAME);
  checkList('accommodations', accommodations, MAX_NAMED);
  for (const accommodation of accommodations ?? []) checkTexts({ accommodation }, MAX_NAME);
}

async function requireEmployer(context: Context, id: string): Promise<void> {
  const found = isUuid(id) ? await context.read.count('employer', { id }) : 0;
  if (found === 0) throw notFound('Employer', id);
}

function requirePlace({ setting, address = null, location }: Input) {
  const place = { address, lat: location?.lat ?? null, lon: location?.lon ?? null };
  const fit = sitePlaceFit({ setting, ...place });
  if (fit.status === 'has-no-place')
    throw ruleViolated(
      'SITE_HAS_NO_PLACE',
      `A site that is ${setting} has an address and a location. Only a VIRTUAL one can do without.`,
    );
  if (fit.status === 'outside-massachusetts')
    throw ruleViolated(
      'SITE_OUTSIDE_MASSACHUSETTS',
      `${location?.lat}, ${location?.lon} is not in Massachusetts. Latitudes are from ${MASSACHUSETTS.lat.min} to ${MASSACHUSETTS.lat.max}, longitudes from ${MASSACHUSETTS.lon.min} to ${MASSACHUSETTS.lon.max}.`,
    );
  return place;
}

builder.mutationFields((t) => ({
  addSite: t.field({
    type: AddSitePayload,
    nullable: true,
    description:
      "Adds a site of an employer, a prospect to be onboarded. For staff of the region's board.",
    args: {
      input: t.arg({ type: AddSiteInput, required: true, description: 'Which site.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"addSite"');
      checkShape(input);
      const boardCode = requireOwnBoard(context, 'add a site');
      await requireEmployer(context, input.employerId);
      const place = requirePlace(input);
      const siteId = await once(
        context,
        { mutation: 'addSite', key, input },
        async (transaction: Transaction) => {
          const { employerId, name, town, setting, accommodations } = input;
          const data = {
            ...{ employerId, name: name.trim(), town: town.trim(), setting, boardCode, ...place },
            onboardingStatus: 'PROSPECT' as const,
            requiredSteps: requiredSteps(input.worksWithVulnerablePeople),
            completedSteps: [],
            accommodations: accommodations ?? [],
          };
          return (await transaction.site.create({ data, select: { id: true } })).id;
        },
      );
      return { siteId };
    },
  }),
}));
