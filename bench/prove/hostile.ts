import {
  FAMILY_COUNT,
  type HostileDocument,
  hostileDocument,
  KNOWN_BAD,
} from '../../test/gateway/support/hostile/documents.ts';
import { oddIn } from '../../test/gateway/support/hostile/odd.ts';
import { type HostileGround, startHostileGround } from './hostile-ground.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

export type HostileOptions = ProofOptions & {
  readonly documents: number;
  readonly isFull: boolean;
};

/** No document holds the event loop longer. */
const BLOCK_LIMIT_MS = 50;
/** A block that is another process's fault is none the next time. */
const TRIES = 5;
/** The caches are full after some thousand documents; from then on the heap stays as it is, within this. */
const MARGIN_MB = 64;
const TOLD_EVERY = 200;
/** Documents before which nothing is measured: code is compiled, and connections are opened. */
const WARM_UP = 2 * FAMILY_COUNT;

type Asked = { readonly blockMs: number; readonly odd: readonly string[] };
type Slowest = { readonly seed: number; readonly blockMs: number };

/** Hostile documents, one after another: each is answered or refused, at once, and nothing is left of it. */
export async function proveHostile({
  documents,
  isFull,
  log,
}: HostileOptions): Promise<ProofResult> {
  const ground = await startHostileGround();
  const failures: string[] = [];
  const slowest = new Map<string, Slowest>();
  const heaps: number[] = [];

  async function prove(document: HostileDocument): Promise<void> {
    const { blockMs, odd } = await askFairly(ground, document);
    failures.push(...odd);
    const { family, seed } = document;
    if (blockMs > BLOCK_LIMIT_MS)
      failures.push(`#${seed}, ${family}: held the event loop for ${Math.round(blockMs)} ms`);
    if (blockMs > (slowest.get(family)?.blockMs ?? 0)) slowest.set(family, { seed, blockMs });
  }

  for (let seed = 0; seed < WARM_UP; seed += 1) await askOnce(ground, hostileDocument(seed), 0);
  for (const document of known()) await prove(document);
  for (let done = 1; done <= documents; done += 1) {
    await prove(hostileDocument(WARM_UP + done));
    if (done % TOLD_EVERY !== 0) continue;
    const { heapMb } = await ground.memory();
    heaps.push(heapMb);
    log(`${done} documents, ${failures.length} failures, heap ${Math.round(heapMb)} MB`);
  }
  await ground.stop();
  const memory = memoryOf(heaps);
  if (memory.endMb > memory.midwayMb + MARGIN_MB)
    failures.push(`The heap grew from ${memory.midwayMb} MB midway to ${memory.endMb} MB.`);
  const found = { documents, families: FAMILY_COUNT, memory, slowest: slowestOf(slowest) };
  return { failures, found, isFull };
}

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
  for (let again = 1; again < TRIES && asked.blockMs > BLOCK_LIMIT_MS; again += 1) {
    const { blockMs, odd } = await askOnce(ground, document, again);
    asked = { blockMs: Math.min(asked.blockMs, blockMs), odd: [...asked.odd, ...odd] };
  }
  return asked;
}

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
  const { blockMs } = await ground.block();
  const odd = oddIn(document, { ...answer, reached: ground.reached.count - before });
  return { blockMs, odd };
}

function memoryOf(heaps: readonly number[]) {
  const least = (part: readonly number[]) => Math.round(Math.min(...part));
  const quarter = Math.max(1, Math.floor(heaps.length / 4));
  return {
    beginMb: least(heaps.slice(0, quarter)),
    midwayMb: least(heaps.slice(2 * quarter, 3 * quarter)),
    endMb: least(heaps.slice(-quarter)),
  };
}

/** The ten families that took longest. */
const slowestOf = (slowest: ReadonlyMap<string, Slowest>) =>
  [...slowest]
    .map(([family, { seed, blockMs }]) => ({
      family,
      seed,
      blockMs: Math.round(blockMs * 10) / 10,
    }))
    .sort((a, b) => b.blockMs - a.blockMs)
    .slice(0, 10);
