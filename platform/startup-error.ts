/** A start-up that cannot go on, said in one sentence to the person who started it. Exit code 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
