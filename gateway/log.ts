type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the gateway writes what happens. A pino logger is one. */
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };
