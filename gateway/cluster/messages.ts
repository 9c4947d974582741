import { z } from 'zod';

/** What the primary and its workers say to each other. An answer bears the number of its question. */
const message = z.discriminatedUnion('kind', [
  /** Primary to worker: what have you counted? */
  z.object({ kind: z.literal('count'), id: z.number() }),
  z.object({ kind: z.literal('counted'), id: z.number(), text: z.string() }),
  /** Worker to primary: what have all of us counted? */
  z.object({ kind: z.literal('count all'), id: z.number() }),
  z.object({ kind: z.literal('all counted'), id: z.number(), text: z.string() }),
]);
export type Message = z.infer<typeof message>;

/** Null where it is not one of ours: others may use the channel, too. */
export function asMessage(given: unknown): Message | null {
  const parsed = message.safeParse(given);
  return parsed.success ? parsed.data : null;
}
