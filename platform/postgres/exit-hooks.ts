const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

const stops = new Set<() => void>();

function stopAll(): void {
  for (const stop of stops) stop();
  stops.clear();
}

/** An application that handles the signal drains and exits by itself; then the exit hook stops us. */
function onSignal(signal: Signal): void {
  if (process.listenerCount(signal) > 1) return;
  stopAll();
  unhook();
  process.kill(process.pid, signal);
}

function hook(): void {
  process.on('exit', stopAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unhook(): void {
  process.off('exit', stopAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/**
 * Calls `stop` on every way out that a process can notice. It must be synchronous: nothing else runs
 * then. Returns how to take it back.
 */
export function stopOnExit(stop: () => void): () => void {
  if (stops.size === 0) hook();
  stops.add(stop);
  return () => {
    if (stops.delete(stop) && stops.size === 0) unhook();
  };
}
