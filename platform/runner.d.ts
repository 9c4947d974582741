interface ImportMeta {
  /** The URL of scripts/run.mjs, in what that has built. */
  readonly runner?: string;
}
