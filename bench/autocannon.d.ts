/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  export type Result = {
    readonly errors: number;
    readonly non2xx: number;
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly duration: number;
  };
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly {
      readonly method: 'POST';
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }[];
  }): Promise<Result>;
}
