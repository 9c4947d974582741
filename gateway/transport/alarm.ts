/** What is rung for, and when, by `performance.now()`. */
export type Rung = { readonly due: number; readonly ring: () => void };

export type Alarm = ReturnType<typeof createAlarm>;

/** Rings for whatever is not taken back within so many milliseconds. One timer for all of them: a timer each costs ten times as much. */
export function createAlarm(ms: number) {
  /** In the order in which they are due. */
  const waiting = new Set<Rung>();
  let isSet = false;

  function set(first: Rung): void {
    isSet = true;
    setTimeout(look, Math.max(1, Math.ceil(first.due - performance.now()))).unref();
  }

  function look(): void {
    isSet = false;
    const now = performance.now();
    for (const rung of waiting) {
      if (rung.due > now) {
        set(rung);
        return;
      }
      waiting.delete(rung);
      rung.ring();
    }
  }

  return {
    add(ring: () => void): Rung {
      const rung = { due: performance.now() + ms, ring };
      waiting.add(rung);
      if (!isSet) set(rung);
      return rung;
    },
    takeBack: (rung: Rung) => void waiting.delete(rung),
  };
}
