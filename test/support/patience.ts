/** How long a test waits for anything, on a machine that does other things too. It is no measure of speed. */
export const PATIENCE_MS = 60_000;
