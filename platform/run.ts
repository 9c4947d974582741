import { StartupError } from './startup-error.ts';

/** Something that runs until it is closed. */
export type Running = { close(): Promise<void> };

/**
 * Runs an entry: what it starts is closed in order at SIGINT or SIGTERM, and a {@link StartupError} ends
 * the process with its sentence and exit code 1. A second signal ends at once, by Node's own handling.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start();
    const stop = () => {
      running.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  const shown = error instanceof StartupError ? error.message : error;
  process.stderr.write(`${shown instanceof Error ? shown.stack : String(shown)}\n`);
  process.exit(1);
}
