import { StartupError } from './startup-error.ts';

/** Something that runs until it is closed. */
export type Running = { close(): Promise<void> };

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** npm passes Ctrl-C on to a child that the terminal has told already: twice so soon is once. */
const ECHO_MS = 1_000;

/**
 * Runs an entry: what it starts is closed in order at SIGINT or SIGTERM, and a {@link StartupError} ends
 * the process with its sentence and exit code 1. A second signal, and one before all has started, ends
 * the process at once.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start();
    onSignal(() => {
      running.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  } catch (error) {
    fail(error);
  }
}

function onSignal(stop: () => void): void {
  let heardAt: number | undefined;
  const hear = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (heardAt === undefined) {
      heardAt = now;
      stop();
    } else if (now - heardAt > ECHO_MS) {
      for (const name of SIGNALS) process.off(name, hear);
      process.kill(process.pid, signal);
    }
  };
  for (const name of SIGNALS) process.on(name, hear);
}

function fail(error: unknown): void {
  const shown = error instanceof StartupError ? error.message : error;
  process.stderr.write(`${shown instanceof Error ? shown.stack : String(shown)}\n`);
  process.exit(1);
}
