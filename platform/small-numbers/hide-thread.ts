import { parentPort, workerData } from 'node:worker_threads';
import { hide } from './hide.ts';
import type { Cell, Sum } from './system.ts';

/** What the thread is begun with. */
export type Hiding = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] };

const { cells, sums }: Hiding = workerData;
parentPort?.postMessage(hide(cells, sums));
