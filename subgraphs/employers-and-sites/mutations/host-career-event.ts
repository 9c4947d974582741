import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { builder } from '../builder.ts';
import {
  regionOf,
  requireEventTerms,
  requireHostableSchools,
  requireHostEmployers,
  requireHostRole,
  requireOpen,
} from '../career-events.ts';
import type { Context } from '../context.ts';
import { checkList, MAX_NAME, MAX_NAMED } from '../limits.ts';
import { once } from '../once.ts';
import type { Transaction } from '../transaction.ts';
import { CareerEventTypeEnum, CareerStageEnum } from '../types/enums.ts';
import { careerEventPayload } from './career-event-payload.ts';

const HostCareerEventInput = builder.inputType('HostCareerEventInput', {
  description: 'Something that schools and employers hold together, short of a placement.',
  fields: (t) => ({
    type: t.field({ type: CareerEventTypeEnum, required: true, description: 'What kind it is.' }),
    stage: t.field({
      type: CareerStageEnum,
      description: 'The stage it serves; where given, it must be that of its type.',
    }),
    title: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    startDate: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    endDate: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    hostEmployerIds: t.idList({
      description: `The employers that hold it; an employer names its own. At most ${MAX_NAMED}.`,
    }),
    schoolCodes: t.field({
      type: ['DeseOrgCode'],
      description: `The schools that take part; school, district and board staff name their own. At most ${MAX_NAMED}.`,
    }),
    partners: t.stringList({
      description: `Other organizations that take part, by name; at most ${MAX_NAMED}.`,
    }),
    virtual: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it is held online.',
    }),
  }),
});
type Input = typeof HostCareerEventInput.$inferInput;

const HostCareerEventPayload = careerEventPayload('HostCareerEventPayload', 'What will be held.');

const unique = (list: readonly string[] | null | undefined) => [...new Set(list ?? [])];

function checkShape({ title, hostEmployerIds, schoolCodes, partners }: Input): void {
  checkTexts({ title }, MAX_NAME);
  checkList('hostEmployerIds', hostEmployerIds, MAX_NAMED);
  checkList('schoolCodes', schoolCodes, MAX_NAMED);
  checkList('partners', partners, MAX_NAMED);
  for (const partner of partners ?? []) checkTexts({ partner }, MAX_NAME);
}

/** The event as it will be written, if the caller may hold it so. */
async function requireEvent(context: Context, input: Input) {
  requireHostRole(context);
  const employers = await requireHostEmployers(context, unique(input.hostEmployerIds));
  const schools = await requireHostableSchools(context, unique(input.schoolCodes));
  const stage = requireEventTerms({
    type: input.type,
    stage: input.stage ?? null,
    startDate: isoDay(input.startDate),
    endDate: isoDay(input.endDate),
    employers: employers.length,
    schools: schools.length,
  });
  const data = {
    type: input.type,
    stage,
    title: input.title.trim(),
    startDate: input.startDate,
    endDate: input.endDate,
    partners: unique(input.partners),
    virtual: input.virtual,
    boardCode: regionOf(context, schools, employers),
    hosts: { create: employers.map(({ id }) => ({ employerId: id })) },
    schools: { create: schools.map(({ schoolCode }) => ({ schoolCode })) },
  };
  return { data, schools };
}

builder.mutationFields((t) => ({
  hostCareerEvent: t.field({
    type: HostCareerEventPayload,
    nullable: true,
    description:
      'Announces a career event, or records one that was held. For staff of schools, districts and boards at their schools, and for employers.',
    args: {
      input: t.arg({ type: HostCareerEventInput, required: true, description: 'Which event.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"hostCareerEvent"');
      checkShape(input);
      const { data, schools } = await requireEvent(context, input);
      const eventId = await once(
        context,
        { mutation: 'hostCareerEvent', key, input },
        // A replay answers what was announced, whatever became of the schools since.
        async (transaction: Transaction) => {
          requireOpen(schools);
          return (await transaction.careerEvent.create({ data, select: { id: true } })).id;
        },
      );
      return { eventId };
    },
  }),
}));
