import { readFile } from 'node:fs/promises';
import type { Planning } from '../../gateway/planning/planner.ts';

/** Begins to read a supergraph before the gateway asks for it: the planning thread has nothing else to do yet. */
export function loadAhead(planning: Planning, file: string): Planning {
  const load = async (sdl: string) => ({ sdl, loaded: await planning.load(sdl) });
  // What is wrong with it is said when it is asked for.
  let first = readFile(file, 'utf8')
    .then(load)
    .catch(() => null);
  return {
    ...planning,
    async load(sdl) {
      const begun = await first;
      first = Promise.resolve(null);
      return begun?.sdl === sdl ? begun.loaded : await planning.load(sdl);
    },
  };
}
