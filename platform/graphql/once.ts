import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { conflict } from '../errors.ts';
import { checkTexts } from './mutation-checks.ts';

/** How long a key is remembered. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const MAX_KEY = 200;
/** Keys past their day that one write clears away: more than it adds, so that they never pile up. */
const CLEARED_AT_ONCE = 5;

/** What {@link once} needs of a Prisma transaction. */
export type RawTransaction = {
  $queryRawUnsafe<Rows>(sql: string, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
};
type Writing<Transaction extends RawTransaction> = {
  readonly actor: Actor;
  readonly now: Date;
  readonly db: {
    $transaction<Result>(run: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  };
};
export type Attempt = {
  readonly mutation: string;
  readonly key: string | null | undefined;
  readonly input: object;
};

/** One text for one input: whatever the order of its fields; null and left out are the same. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([name, field]) => [name, canonical(field)]);
}

const hashOf = (input: object) =>
  createHash('sha256')
    .update(JSON.stringify(canonical(input)))
    .digest('hex');

/** Takes the key for this transaction. Another one that holds it is waited for. */
const TAKE = `insert into idempotent_result as r (subject, mutation, key, input_hash, created_at)
  values ($1, $2, $3, $4, $5)
  on conflict (subject, mutation, key) do update
    set input_hash = excluded.input_hash, result_id = null, created_at = excluded.created_at
    where r.created_at < $6`;
const KNOWN = `select input_hash as hash, result_id as id from idempotent_result
  where subject = $1 and mutation = $2 and key = $3`;
const KEEP = `update idempotent_result set result_id = $4
  where subject = $1 and mutation = $2 and key = $3`;
const CLEAR = `delete from idempotent_result where (subject, mutation, key) in (
  select subject, mutation, key from idempotent_result where created_at < $1
  limit ${CLEARED_AT_ONCE} for update skip locked)`;

type Known = readonly { readonly hash: string; readonly id: string }[];

/**
 * Runs a write in one transaction, once for each key of a caller, and answers the id of its result:
 * the same key and input again gives the first result, the same key with another input is
 * `CONFLICT`. Key and write commit together, so that a result which was acknowledged is never made
 * twice. Without a key it is one transaction and nothing more. What the caller may see of the result
 * is for the payload to decide, anew each time.
 */
export async function once<Transaction extends RawTransaction>(
  { actor, now, db }: Writing<Transaction>,
  { mutation, key, input }: Attempt,
  write: (transaction: Transaction) => Promise<string>,
): Promise<string> {
  if (key === null || key === undefined) return db.$transaction(write);
  checkTexts({ idempotencyKey: key }, MAX_KEY);
  const name = [actor.subject ?? '', mutation, key];
  const hash = hashOf(input);
  const oldest = new Date(now.getTime() - KEPT_MS);

  return db.$transaction(async (transaction) => {
    const taken = await transaction.$executeRawUnsafe(TAKE, ...name, hash, now, oldest);
    if (taken === 0) {
      const [known] = await transaction.$queryRawUnsafe<Known>(KNOWN, ...name);
      if (known?.hash.trim() === hash) return known.id;
      throw conflict(`The idempotency key "${key}" was used for another input. Use a new key.`);
    }
    const id = await write(transaction);
    await transaction.$executeRawUnsafe(KEEP, ...name, id);
    await transaction.$executeRawUnsafe(CLEAR, oldest);
    return id;
  });
}
