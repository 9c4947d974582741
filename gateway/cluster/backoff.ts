/** A worker that lived this long died of something new, and is replaced at once. */
const HEALTHY_MS = 60_000;
const FIRST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before the next try, given how long the last one lived: doubled by each early death. */
export type Backoff = (livedMs: number) => number;

export function createBackoff(): Backoff {
  let earlyDeaths = 0;
  return (livedMs) => {
    if (livedMs >= HEALTHY_MS) {
      earlyDeaths = 0;
      return 0;
    }
    earlyDeaths += 1;
    return Math.min(MOST_MS, FIRST_MS * 2 ** (earlyDeaths - 1));
  };
}
