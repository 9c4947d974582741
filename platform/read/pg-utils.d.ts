/** What the compiled reads use of the driver beside its types: how it writes a parameter. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
