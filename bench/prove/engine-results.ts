import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { machineNow } from './machine.ts';
import type { ProofResult } from './proof.ts';

const RESULTS = 'bench/results/engine.json';

/** Writes one part down beside the others: each is of its own day and machine. */
export function recordPart(
  part: string,
  before: ReturnType<typeof machineNow>,
  { found, failures }: ProofResult,
): void {
  const parts: object = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
  const recorded = { ...parts, [part]: { ...before, ...found, failures } };
  writeFileSync(RESULTS, `${JSON.stringify(recorded, null, 2)}\n`);
}
