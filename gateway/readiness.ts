import { request } from 'undici';

/** Says whether what the gateway depends on can answer. It is given the subgraphs' URLs of now. */
export type Ready = (subgraphUrls: readonly string[]) => Promise<boolean>;

const PROBE_TIMEOUT_MS = 2_000;

async function isReady(url: string): Promise<boolean> {
  const { statusCode, body } = await request(new URL('/health/ready', url), {
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  });
  await body.dump();
  return statusCode === 200;
}

const underWay = new Map<string, Promise<boolean>>();

/** However many ask at a time, and anybody may: a subgraph is asked once. */
function probe(url: string): Promise<boolean> {
  const known = underWay.get(url);
  if (known) return known;
  const answer = isReady(url)
    .catch(() => false)
    .finally(() => underWay.delete(url));
  underWay.set(url, answer);
  return answer;
}

/** Ready when every subgraph says so at its own `/health/ready`. */
export const subgraphsReady: Ready = async (urls) => {
  const each = await Promise.all(urls.map(probe));
  return each.every(Boolean);
};
