import { conflict, forbidden, notFound, ruleViolated } from '../../../platform/errors.ts';
import { checkTexts, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { canAct, type PlacementAct, reachablePlacements } from '../access.ts';
import type { Context } from '../context.ts';
import { type PlacementStatus, placementMove } from '../domain/placement-moves.ts';
import type { Placement, Prisma } from '../generated/client/client.ts';
import { lockPlacement, type Transaction } from '../locked-placement.ts';
import { asRefusal } from './refusals.ts';

/** Of a note, in characters. */
export const MAX_NOTE = 1_000;

/** What every mutation that moves a placement is given. */
export type MoveInput = {
  readonly placementId: string;
  readonly expectedVersion?: number | null | undefined;
  readonly note?: string | null | undefined;
};
export type Mover = { readonly by: string; readonly now: Date };
type Moving = {
  readonly mutation: string;
  readonly key: string | null | undefined;
  readonly input: MoveInput;
};
type Act = (transaction: Transaction, placement: Placement, mover: Mover) => Promise<unknown>;

/** Hidden and missing look the same to who acts, too. */
export async function requireReachable({ read, actor }: Context, id: string): Promise<void> {
  const where = { AND: [{ id }, reachablePlacements(actor)] };
  const rows = isUuid(id) ? await read.many('placement', { where }) : [];
  if (rows.length === 0) throw notFound('Placement', id);
}

function requireVersion({ id, version }: Placement, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw conflict(
    `Placement "${id}" is at version ${version}, not at ${expected}. Read it again and decide anew.`,
  );
}

/** Refuses a move that is none, and names those that are. */
export function requireLegalMove({ id, status }: Placement, to: PlacementStatus): void {
  const move = placementMove(status, to);
  if (move.status === 'legal') return;
  const way = move.legal.length > 0 ? `It can become ${move.legal.join(', ')}.` : 'It stays so.';
  throw ruleViolated(
    'ILLEGAL_MOVE',
    `Placement "${id}" is ${status} and cannot become ${to}. ${way}`,
  );
}

/** Runs an act on one placement, which nobody else changes meanwhile, once for each idempotency key. */
export async function actOnce(
  context: Context,
  { mutation, key, input }: Moving,
  act: Act,
): Promise<{ readonly placementId: string }> {
  const mover = { by: context.actor.subject ?? '', now: context.now };
  const { placementId } = input;
  try {
    await once(context, { mutation, key, input }, async (transaction: Transaction) => {
      const placement = await lockPlacement(transaction, placementId);
      requireVersion(placement, input.expectedVersion);
      await act(transaction, placement, mover);
      return placementId;
    });
  } catch (error) {
    throw asRefusal(error);
  }
  return { placementId };
}

/** Require, allow, check, write: what all moves but the approval have in common. */
export async function movePlacement(
  context: Context,
  { what, to, ...moving }: Moving & { readonly what: PlacementAct; readonly to: PlacementStatus },
  act: Act,
): Promise<{ readonly placementId: string }> {
  requireSignedIn(context, `"${moving.mutation}"`);
  checkTexts({ note: moving.input.note }, MAX_NOTE);
  await requireReachable(context, moving.input.placementId);
  if (!canAct(context.actor, what)) throw forbidden(context.actor.role, `${what} a placement`);
  return actOnce(context, moving, (transaction, placement, mover) => {
    requireLegalMove(placement, to);
    return act(transaction, placement, mover);
  });
}

type Written = {
  readonly to: PlacementStatus;
  readonly note?: string | null | undefined;
  readonly data?: Prisma.PlacementUncheckedUpdateInput;
};

/** Writes the move, and the event that tells of it. */
export async function writeMove(
  transaction: Transaction,
  { id, status }: Placement,
  { by, now }: Mover,
  { to, note, data }: Written,
): Promise<void> {
  await transaction.placement.update({
    where: { id },
    data: { ...data, status: to, version: { increment: 1 } },
    select: { id: true },
  });
  const event = { placementId: id, fromStatus: status, toStatus: to, at: now, by };
  await transaction.placementEvent.create({ data: { ...event, note: note ?? null } });
}
