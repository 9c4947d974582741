import { forbidden, notFound, ruleViolated } from '../../platform/errors.ts';
import { isUuid, onlyUuids } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { canHostAt, HOSTS } from './access.ts';
import type { Context } from './context.ts';
import { type EventTerms, eventFit } from './domain/event-terms.ts';
import type { CareerEvent } from './generated/client/client.ts';
import type { Transaction } from './transaction.ts';

export async function requireCareerEvent(context: Context, id: string) {
  const found = isUuid(id) ? await context.read.many('careerEvent', { where: { id } }) : [];
  const [event] = found;
  if (!event) throw notFound('CareerEvent', id);
  return event;
}

/** The event as it is now, which nobody else changes before this transaction ends. */
export async function lockCareerEvent(transaction: Transaction, id: string): Promise<CareerEvent> {
  await transaction.$queryRaw`select from career_event where id = ${id}::uuid for update`;
  return transaction.careerEvent.findUniqueOrThrow({ where: { id } });
}

/** The stage of an event that obeys its rules. */
export function requireEventTerms(terms: EventTerms) {
  const fit = eventFit(terms);
  switch (fit.status) {
    case 'fits':
      return fit.stage;
    case 'ends-before-start':
      throw ruleViolated(
        'EVENT_ENDS_BEFORE_START',
        `It cannot end on ${terms.endDate}, before it starts on ${terms.startDate}. It ends on that day or later.`,
      );
    case 'without-host':
      throw ruleViolated(
        'EVENT_WITHOUT_HOST',
        'Nobody holds it. Name at least one employer in "hostEmployerIds", or one school in "schoolCodes".',
      );
    case 'stage-elsewhere':
      throw ruleViolated('EVENT_STAGE', `${terms.type} serves ${fit.right}, not ${terms.stage}.`);
  }
}

export function requireHostRole({ actor }: Context): void {
  if (!HOSTS.includes(actor.role)) throw forbidden(actor.role, 'host a career event');
}

/** The schools by these codes, each known and one that the actor may hold an event at. */
export async function requireHostableSchools(context: Context, codes: readonly string[]) {
  const known = await context.read.many('schoolRef', { where: { schoolCode: { in: [...codes] } } });
  const schools = new Map(known.map((school) => [school.schoolCode, school]));
  return codes.map((code) => {
    const school = schools.get(code);
    if (!school) throw notFound('School', code);
    if (!canHostAt(context.actor, school))
      throw forbidden(context.actor.role, `host a career event at school "${code}"`);
    return school;
  });
}

type Schoolhouse = { readonly schoolCode: string; readonly closed: boolean };

/** Refuses a school that is no more. */
export function requireOpen(schools: readonly Schoolhouse[]): void {
  const closed = schools.find((school) => school.closed);
  if (closed)
    throw ruleViolated('SCHOOL_CLOSED', `School "${closed.schoolCode}" is closed. Leave it out.`);
}

/** The employers by these ids; an employer names itself, by having a site there. */
export async function requireHostEmployers(context: Context, ids: readonly string[]) {
  const { actor, read } = context;
  const known = await read.many('employer', { where: { id: { in: onlyUuids(ids) } } });
  const employers = new Map(known.map((employer) => [employer.id, employer]));
  const missing = ids.find((id) => !employers.has(id));
  if (missing !== undefined) throw notFound('Employer', missing);
  if (actor.role === 'EMPLOYER') await requireOwn(context, ids);
  return ids.flatMap((id) => employers.get(id) ?? []);
}

async function requireOwn({ actor, read }: Context, employerIds: readonly string[]) {
  const sites = await read.many('site', { where: { id: { in: [...(actor.sites ?? [])] } } });
  const own = new Set(sites.map(({ employerId }) => employerId));
  if (employerIds.length === 0 || employerIds.some((id) => !own.has(id)))
    throw forbidden(actor.role, 'host a career event for another employer, or without its own');
}

type InRegion = { readonly boardCode: WorkforceBoardCode };

/** In whose region an event is held: the board's that holds it, or else of its first school or employer. */
export const regionOf = (
  { actor }: Context,
  schools: readonly InRegion[],
  employers: readonly InRegion[],
): WorkforceBoardCode | null =>
  actor.board ?? schools[0]?.boardCode ?? employers[0]?.boardCode ?? null;
