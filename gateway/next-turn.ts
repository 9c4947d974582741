import { setImmediate as afterThis } from 'node:timers/promises';

/** Lets everything else that waits have its turn of the event loop: requests, timers, answers. */
export async function nextTurn(): Promise<void> {
  // What comes right after input and output is of their turn still.
  await afterThis();
  await afterThis();
}
