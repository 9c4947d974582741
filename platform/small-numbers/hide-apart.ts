import { startTypeScriptThread } from '../typescript-thread.ts';
import { hide } from './hide.ts';
import type { Hiding } from './hide-thread.ts';
import type { SuppressionReason } from './small.ts';
import type { Cell, Sum } from './system.ts';

/** From so many cells on, deciding takes longer than others may wait for their answers. */
const LARGE = 1_000;

type Reasons = readonly (SuppressionReason | null)[];

/** {@link hide}, in a thread of its own where there is much to decide: requests go on meanwhile. */
export async function hideApart(cells: readonly Cell[], sums: readonly Sum[]): Promise<Reasons> {
  if (cells.length < LARGE) return hide(cells, sums);
  const workerData: Hiding = { cells, sums };
  const thread = startTypeScriptThread(new URL('./hide-thread.ts', import.meta.url), {
    name: 'small-numbers',
    workerData,
  });
  return await new Promise<Reasons>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });
}
