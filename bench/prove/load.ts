import { Pool } from 'undici';

/** A request, and the whole text that answers it. */
export type Ask = { readonly query: string; readonly answer: string };

export type Loaded = {
  readonly asked: number;
  readonly failed: number;
  /** What went wrong, of the first few. */
  readonly failures: readonly string[];
  readonly slowestMs: number;
};

const TOLD = 5;
/** The answers of a request with this id are the same each time. */
const REQUEST_ID = 'under-load';

/** Clients that ask one thing after another, over connections that stay open, until they are stopped. */
export function startLoad(origin: string, asks: readonly Ask[], clients: number) {
  const pool = new Pool(origin, { connections: clients });
  const failures: string[] = [];
  let [asked, failed, slowestMs] = [0, 0, 0];
  let stopped = false;

  async function once({ query, answer }: Ask): Promise<string | null> {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', 'x-request-id': REQUEST_ID },
      body: JSON.stringify({ query }),
    });
    const text = await body.text();
    return text.trim() === answer
      ? null
      : `${query} was answered ${statusCode} ${text.slice(0, 300)}`;
  }

  async function client(first: number): Promise<void> {
    for (let turn = first; !stopped; turn += 1) {
      const ask = asks[turn % asks.length];
      if (!ask) return;
      const begin = performance.now();
      const failure = await once(ask).catch((error: unknown) => `${ask.query}: ${error}`);
      slowestMs = Math.max(slowestMs, performance.now() - begin);
      asked += 1;
      if (failure === null) continue;
      failed += 1;
      if (failures.length < TOLD) failures.push(failure);
    }
  }

  const running = Array.from({ length: clients }, (_none, index) => client(index));
  return {
    asked: () => asked,
    async stop(): Promise<Loaded> {
      stopped = true;
      await Promise.all(running);
      await pool.close();
      return { asked, failed, failures, slowestMs: Math.round(slowestMs) };
    },
  };
}
