import {
  FAMILY_COUNT,
  type HostileDocument,
  hostileDocument,
  KNOWN_BAD,
} from '../../test/gateway/support/hostile/documents.ts';
import { oddIn } from '../../test/gateway/support/hostile/odd.ts';
import { fillCaches } from './fill-caches.ts';
import { type HostileGround, startHostileGround } from './hostile-ground.ts';
import type { Hold } from './loop-hold.ts';
import { createMemoryWatch } from './memory-watch.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

export type HostileOptions = ProofOptions & {
  readonly documents: number;
  readonly isFull: boolean;
};

/** No document holds the event loop longer, by the clock. */
const BLOCK_LIMIT_MS = 50;
/** A block that is another process's fault is none the next time. */
const TRIES = 5;
const TOLD_EVERY = 200;
/** Documents before which nothing is measured: code is compiled, and connections are opened. */
const WARM_UP = 2 * FAMILY_COUNT;

type Asked = { readonly hold: Hold; readonly odd: readonly string[] };
type Slowest = { readonly seed: number; readonly hold: Hold };

/** Hostile documents, one after another: each is answered or refused, at once, and nothing is left of it. */
export async function proveHostile({
  documents,
  isFull,
  log,
}: HostileOptions): Promise<ProofResult> {
  const ground = await startHostileGround();
  const failures: string[] = [];
  const slowest = new Map<string, Slowest>();

  async function prove(document: HostileDocument): Promise<void> {
    const { hold, odd } = await askFairly(ground, document);
    failures.push(...odd);
    const { family, seed } = document;
    if (hold.blockMs > BLOCK_LIMIT_MS) failures.push(`#${seed}, ${family}: held ${told(hold)}`);
    if (hold.blockMs > (slowest.get(family)?.hold.blockMs ?? 0))
      slowest.set(family, { seed, hold });
  }

  for (let seed = 0; seed < WARM_UP; seed += 1) await askOnce(ground, hostileDocument(seed), 0);
  await fillCaches(ground);
  const memory = createMemoryWatch(await ground.memory());
  log(`caches are full: ${memory.told()}`);
  for (const document of known()) await prove(document);
  for (let done = 1; done <= documents; done += 1) {
    await prove(hostileDocument(WARM_UP + done));
    if (done % TOLD_EVERY !== 0) continue;
    memory.take(await ground.memory());
    log(`${done} documents, ${failures.length} failures, ${memory.told()}`);
  }
  await ground.stop();
  failures.push(...memory.failures());
  const found = {
    documents,
    families: FAMILY_COUNT,
    memory: memory.found(),
    slowest: slowestOf(slowest),
  };
  return { failures, found, isFull };
}

const told = ({ blockMs, cpuMs }: Hold) =>
  `the event loop for ${Math.round(blockMs)} ms, ${Math.round(cpuMs)} of them its own`;

/** In what was known before to bring a gateway down. */
const known = (): readonly HostileDocument[] =>
  Object.entries(KNOWN_BAD).map(([family, query], index) => ({
    family,
    query,
    seed: -1 - index,
    isRefused: true,
  }));

/** The least that a document took: what else the machine does only adds to it. */
async function askFairly(ground: HostileGround, document: HostileDocument): Promise<Asked> {
  let asked = await askOnce(ground, document, 0);
  for (let again = 1; again < TRIES && asked.hold.blockMs > BLOCK_LIMIT_MS; again += 1) {
    const { hold, odd } = await askOnce(ground, document, again);
    asked = { hold: least(asked.hold, hold), odd: [...asked.odd, ...odd] };
  }
  return asked;
}

const least = (one: Hold, other: Hold): Hold => ({
  blockMs: Math.min(one.blockMs, other.blockMs),
  cpuMs: Math.min(one.cpuMs, other.cpuMs),
});

/** `turn` makes another text of the same document, so that nothing is known of it. */
async function askOnce(
  ground: HostileGround,
  document: HostileDocument,
  turn: number,
): Promise<Asked> {
  const before = ground.reached.count;
  await ground.watch();
  const answer = await ground.ask(document.query + ' '.repeat(turn), {
    variables: document.variables ?? {},
  });
  const { blockMs, cpuMs } = await ground.block();
  const odd = oddIn(document, { ...answer, reached: ground.reached.count - before });
  return { hold: { blockMs, cpuMs }, odd };
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

/** The ten families that took longest. */
const slowestOf = (slowest: ReadonlyMap<string, Slowest>) =>
  [...slowest]
    .map(([family, { seed, hold }]) => ({
      family,
      seed,
      blockMs: tenths(hold.blockMs),
      cpuMs: tenths(hold.cpuMs),
    }))
    .sort((a, b) => b.blockMs - a.blockMs)
    .slice(0, 10);
