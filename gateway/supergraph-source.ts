import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { StartupError } from '../platform/startup-error.ts';
import type { Log } from './log.ts';
import { type LoadedSupergraph, loadSupergraph } from './supergraph.ts';

/** Where the supergraph comes from. A watched file may be replaced while the gateway runs. */
export type SupergraphSource =
  | { readonly sdl: string }
  | { readonly file: string; readonly watch: 'never' | { readonly everyMs: number } };

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The supergraph to begin with. Throws a {@link StartupError} where there is none. */
export function readSupergraph(source: SupergraphSource): LoadedSupergraph {
  const name = 'file' in source ? `"${source.file}"` : 'The supergraph';
  try {
    return loadSupergraph('file' in source ? readFileSync(source.file, 'utf8') : source.sdl);
  } catch (error) {
    throw new StartupError(`${name} is no supergraph that can be served: ${reasonOf(error)}`);
  }
}

/**
 * Takes every new good supergraph of a watched file. A bad one changes nothing but the log. The file
 * is looked at by time and size: that works where file events do not (mounts, replaced links).
 */
export function watchSupergraph(
  source: SupergraphSource,
  first: LoadedSupergraph,
  take: (supergraph: LoadedSupergraph) => void,
  log: Log,
): { stop(): void } {
  if (!('file' in source) || source.watch === 'never') return { stop() {} };
  const { file } = source;
  let current = first.sdl;

  const look = () => {
    try {
      const sdl = readFileSync(file, 'utf8');
      if (sdl === current) return;
      take(loadSupergraph(sdl));
      current = sdl;
      log.info({ file }, 'The new supergraph is served from now on.');
    } catch (error) {
      const reason = reasonOf(error);
      log.error({ file, reason }, 'The new supergraph cannot be served: the last good one stays.');
    }
  };
  watchFile(file, { interval: source.watch.everyMs, persistent: false }, look);
  return { stop: () => unwatchFile(file, look) };
}
