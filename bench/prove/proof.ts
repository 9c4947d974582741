/** What every proof is told. */
export type ProofOptions = {
  /** Takes a line that says how far it is. */
  log(line: string): void;
};

/** What a proof found. */
export type ProofResult = {
  /** What does not hold, as sentences: none where all does. */
  readonly failures: readonly string[];
  /** What was counted and measured; it is written down as JSON. */
  readonly found: object;
  /** Whether nothing was left out: a short run, for trying, is not written down. */
  readonly isFull: boolean;
};
