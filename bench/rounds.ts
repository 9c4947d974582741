import autocannon from 'autocannon';
import type { Server } from './processes.ts';

export type Ask = {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Contender = { readonly server: Server; readonly asks: readonly Ask[] };
export type Measured = {
  readonly name: string;
  /** Requests a second, the median of the rounds. */
  readonly throughput: number;
  /** To the first contender's, the median of the rounds' own ratios. */
  readonly ratio: number;
  /** Milliseconds of processor time of the server's process for one request. */
  readonly cpuMs: number;
  /** Milliseconds, under load. */
  readonly p50: number;
};

const CONNECTIONS = 32;
/** Node compiles a server's busiest code within the first thousands: until then they cost twice. */
const WARM_UP_REQUESTS = 3_000;

/** An answer with an error is cheap, or dear, but not what is measured: GraphQL sends it with status 200. */
const isWhole = (body: string): boolean => !body.startsWith('{"errors"');

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One after another, for all connections together: two that ask at the same time never ask the same. */
function inTurn(asks: readonly Ask[]): () => Ask | undefined {
  let sent = 0;
  return () => asks[sent++ % asks.length];
}

type Length = { readonly duration: number } | { readonly amount: number };

async function load({ server, asks }: Contender, length: Length) {
  const next = inTurn(asks);
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    ...length,
    verifyBody: isWhole,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  const failed = result.errors + result.non2xx + result.mismatches;
  if (failed > 0) throw new Error(`${server.name} failed ${failed} requests.`);
  return result;
}

async function round(contender: Contender, seconds: number) {
  const { server } = contender;
  const before = server.cpuSeconds();
  const { requests, latency } = await load(contender, { duration: seconds });
  const cpuMs = ((server.cpuSeconds() - before) * 1000) / requests.total;
  return { throughput: requests.average, p50: latency.p50, cpuMs };
}

/** Measures all in turn, round after round: what drifts, drifts for all of them. */
export async function measure(
  contenders: readonly Contender[],
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Measured[]> {
  for (const contender of contenders) await load(contender, { amount: WARM_UP_REQUESTS });
  const taken: Awaited<ReturnType<typeof round>>[][] = contenders.map(() => []);
  for (let done = 0; done < rounds; done += 1)
    for (const [index, contender] of contenders.entries())
      taken[index]?.push(await round(contender, seconds));
  const first = taken[0] ?? [];
  return contenders.map(({ server }, index) => {
    const own = taken[index] ?? [];
    const ratios = own.map((each, at) => each.throughput / (first[at]?.throughput ?? Number.NaN));
    return {
      name: server.name,
      throughput: median(own.map((each) => each.throughput)),
      ratio: median(ratios),
      cpuMs: median(own.map((each) => each.cpuMs)),
      p50: median(own.map((each) => each.p50)),
    };
  });
}

/** The median of one request after another, in milliseconds: what one user waits. */
export async function latency({ server, asks }: Contender, count: number): Promise<number> {
  const taken: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const { headers, body } = asks[done % asks.length] as Ask;
    const begin = performance.now();
    const response = await fetch(server.url, { method: 'POST', headers, body });
    await response.arrayBuffer();
    taken.push(performance.now() - begin);
  }
  return median(taken);
}
