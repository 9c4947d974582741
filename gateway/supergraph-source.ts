import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { reasonOf } from '../platform/reason-of.ts';
import { StartupError } from '../platform/startup-error.ts';
import type { Log } from './log.ts';
import type { Planning } from './planning/planner.ts';
import type { LoadedSupergraph } from './supergraph.ts';

/** Where the supergraph comes from. A watched file may be replaced while the gateway runs. */
export type SupergraphSource =
  | { readonly sdl: string }
  | { readonly file: string; readonly watch: 'never' | { readonly everyMs: number } };

/** The supergraph to begin with. Throws a {@link StartupError} where there is none. */
export async function readSupergraph(
  source: SupergraphSource,
  planning: Planning,
): Promise<LoadedSupergraph> {
  const name = 'file' in source ? `"${source.file}"` : 'The supergraph';
  try {
    return await planning.load('file' in source ? readFileSync(source.file, 'utf8') : source.sdl);
  } catch (error) {
    throw new StartupError(`${name} is no supergraph that can be served: ${reasonOf(error)}`);
  }
}

type Watching = {
  readonly load: Planning['load'];
  readonly take: (supergraph: LoadedSupergraph) => void;
  readonly log: Log;
};

/**
 * Takes every new good supergraph of a watched file. A bad one changes nothing but the log, and is
 * told once. The file is read anew each time and compared by its text: that works where file events
 * do not (mounts, replaced links), and misses no change of the same second or of the same length.
 */
export function watchSupergraph(
  source: SupergraphSource,
  first: LoadedSupergraph,
  { load, take, log }: Watching,
): { stop(): void } {
  if (!('file' in source) || source.watch === 'never') return { stop() {} };
  const { file } = source;
  let seen: string | null = first.sdl;
  let stopped = false;
  let looking = false;

  const refuse = (reason: string) =>
    log.error({ file, reason }, 'The new supergraph cannot be served: the last good one stays.');

  const look = async () => {
    let sdl: string | null = null;
    let reason = '';
    try {
      sdl = await readFile(file, 'utf8');
    } catch (error) {
      reason = reasonOf(error);
    }
    if (stopped || sdl === seen) return;
    seen = sdl;
    if (sdl === null) return refuse(reason);
    try {
      const next = await load(sdl);
      if (stopped) return;
      take(next);
      log.info({ file }, 'The new supergraph is served from now on.');
    } catch (error) {
      refuse(reasonOf(error));
    }
  };

  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    await look();
    looking = false;
  }, source.watch.everyMs).unref();
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
