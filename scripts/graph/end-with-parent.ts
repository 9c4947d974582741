const LOOK_EVERY_MS = 200;

/**
 * Ends this process as SIGTERM would when the process that started it is gone. npm passes a signal to its
 * shell alone, which ends without a word to what it runs; so that shell tells us its pid. Where the shell
 * became this process, or is one that has no pid to tell (on Windows), there is nobody to watch.
 */
export function endWithParent(told: string | undefined): void {
  const parent = /^\d+$/.test(told ?? '') ? Number(told) : process.pid;
  if (parent === process.pid) return;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  };
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  look();
}
