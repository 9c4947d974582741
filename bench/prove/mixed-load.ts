import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';

const DOCUMENTS = 3_000;
/** So long that the gateway keeps few of them: something is forgotten all the time, and what is kept weighs little. */
const REMARK = `# ${'long '.repeat(800)}\n`;
const LEAVES_AFTER_MS = 20;
const CLIENTS = 8;

/** Another each time that it is the turn of its kind. */
const numberOf = (turn: number) => Math.floor(turn / KINDS.length) % DOCUMENTS;

/** What clients send: right and wrong, known and new, patient and not. */
const KINDS: readonly ((turn: number) => string)[] = [
  () => '{ whoAmI { role } }',
  (turn) => `${REMARK}{ student(id: "s-${numberOf(turn)}") { name placements { id hours } } }`,
  (turn) => `${REMARK}query Q${numberOf(turn)} { whoAmI { role requestId } }`,
  () => '{ student(id: "s") { id secretNotes } }',
  () => 'mutation { rename(id: "s") { id } }',
  () => '{ __schema { types { name fields { name } } } }',
  (turn) => `{ nothing${turn} }`,
  () => '{',
  () => `{ ${'whoAmI { '.repeat(50)}`,
];
/** One of so many leaves before it is answered. */
const LEAVING = 10;

export type Mixed = { readonly asked: number; readonly left: number; readonly byStatus: object };

/** Clients that send everything that clients send; a run ends when all that was asked is answered. */
export function createMixedLoad(origin: string) {
  const byStatus: Record<string, number> = {};
  let [asked, left] = [0, 0];

  async function once(pool: Pool, turn: number): Promise<void> {
    const leaving = turn % LEAVING === 0 ? AbortSignal.timeout(LEAVES_AFTER_MS) : null;
    const query = KINDS[turn % KINDS.length]?.(turn);
    asked += 1;
    try {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        signal: leaving,
      });
      await body.dump();
      byStatus[statusCode] = (byStatus[statusCode] ?? 0) + 1;
    } catch {
      left += 1;
    }
  }

  return {
    found: (): Mixed => ({ asked, left, byStatus }),
    async runFor(ms: number): Promise<void> {
      const pool = new Pool(origin, { connections: CLIENTS });
      const over = AbortSignal.timeout(ms);
      const client = async () => {
        // One number for all clients: whoever is free takes the next.
        while (!over.aborted) await once(pool, asked);
      };
      await Promise.all(Array.from({ length: CLIENTS }, client));
      await pool.close();
      await delay(0);
    },
  };
}
