type SampleOperation = {
  readonly name: string;
  readonly document: string;
  /** JSON text for the Variables pane. */
  readonly variables?: string;
};

export type GraphiqlOptions = {
  /** Path of the GraphQL endpoint, on this origin: the page may call no other. */
  readonly endpoint: string;
  /** One tab each, in order; the first is open. */
  readonly operations: readonly SampleOperation[];
  /** The page starts as the first one. Null where there is no development issuer: no switcher. */
  readonly personas: readonly string[] | null;
};
