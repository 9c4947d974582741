import { parseArgs } from 'node:util';
import { recordPart } from './engine-results.ts';
import { machineNow } from './machine.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

const HELP = `Proves what takes too long for a test, part by part.

  npm run prove                              all of it, which takes hours
  npm run prove -- --only engine             the gateway's engine: differential, hostile, swaps, restarts, chaos, soak
  npm run prove -- --only domain             the whole domain, among 480,000 students
  npm run prove -- --only soak --only swaps  parts by name

For trying, shorter; what was shortened is not written down:
  --operations N (20000) random operations, by our engine, one schema and the stock gateway
  --documents N (10000) hostile documents
  --swaps N (200)       supergraphs that are swapped under load
  --restarts N (20)     rolling restarts, of the gateway's workers and of a subgraph
  --rounds N (3)        of every fault before every subgraph
  --minutes N (20)      of mixed load with faults
  --students N (480000), --times N (200)   of the domain: students, and asks of each operation

The engine's results go to bench/results/engine.json, the domain's to bench/results/domain.json and docs/proofs.md.
Ends with 1 where something does not hold.
`;

const FULL = {
  operations: 20_000,
  documents: 10_000,
  swaps: 200,
  restarts: 20,
  rounds: 3,
  minutes: 20,
  students: 480_000,
  times: 200,
};
/** Of the random operations. */
const SEED = 1;
type Size = keyof typeof FULL;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: ['engine', 'domain'] },
    operations: { type: 'string', default: String(FULL.operations) },
    documents: { type: 'string', default: String(FULL.documents) },
    swaps: { type: 'string', default: String(FULL.swaps) },
    restarts: { type: 'string', default: String(FULL.restarts) },
    minutes: { type: 'string', default: String(FULL.minutes) },
    rounds: { type: 'string', default: String(FULL.rounds) },
    students: { type: 'string', default: String(FULL.students) },
    times: { type: 'string', default: String(FULL.times) },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const size = (name: Size): number => Number(values[name]);
const isFull = (...names: readonly Size[]) => names.every((name) => size(name) === FULL[name]);

type Prove = (options: ProofOptions) => Promise<ProofResult>;

/** Each is loaded when it is its turn: the engine's need no database client. */
const ENGINE: Readonly<Record<string, Prove>> = {
  differential: async (options) =>
    (await import('./differential.ts')).proveDifferential({
      ...options,
      operations: size('operations'),
      seed: SEED,
      isFull: isFull('operations'),
    }),
  hostile: async (options) =>
    (await import('./hostile.ts')).proveHostile({
      ...options,
      documents: size('documents'),
      isFull: isFull('documents'),
    }),
  swaps: async (options) =>
    (await import('./swaps.ts')).proveSwaps({
      ...options,
      swaps: size('swaps'),
      isFull: isFull('swaps'),
    }),
  restarts: async (options) =>
    (await import('./restarts.ts')).proveRestarts({
      ...options,
      restarts: size('restarts'),
      isFull: isFull('restarts'),
    }),
  chaos: async (options) =>
    (await import('./chaos.ts')).proveChaos({
      ...options,
      rounds: size('rounds'),
      isFull: isFull('rounds'),
    }),
  soak: async (options) =>
    (await import('./soak.ts')).proveSoak({
      ...options,
      minutes: size('minutes'),
      isFull: isFull('minutes'),
    }),
};

/** The domain's proof keeps this process on one core, so that it is the last. */
const proveDomain: Prove = async (options) =>
  (await import('./domain.ts')).proveDomain({
    ...options,
    students: size('students'),
    times: size('times'),
    isFull: isFull('students', 'times'),
  });

function chosen(names: readonly string[]): readonly string[] {
  const all = [...Object.keys(ENGINE), 'domain'];
  const parts = names.flatMap((name) => (name === 'engine' ? Object.keys(ENGINE) : [name]));
  const unknown = parts.find((part) => !all.includes(part));
  if (unknown)
    throw new Error(`There is no part "${unknown}". They are engine, ${all.join(', ')}.`);
  return all.filter((part) => parts.includes(part));
}

async function prove(part: string): Promise<readonly string[]> {
  const before = machineNow();
  say(`\n${part}`);
  const engine = ENGINE[part];
  const result = await (engine ?? proveDomain)({ log: (line) => say(`  ${line}`) });
  if (engine && result.isFull) recordPart(part, before, result);
  return result.failures.map((failure) => `${part}: ${failure}`);
}

async function run(): Promise<number> {
  const failures: string[] = [];
  for (const part of chosen(values.only)) failures.push(...(await prove(part)));
  for (const failure of failures) say(failure);
  return failures.length === 0 ? 0 : 1;
}

if (values.help) say(HELP);
else process.exit(await run());
