/** What the bench uses of autocannon, which brings no types. */
declare module 'autocannon' {
  export type Result = {
    readonly errors: number;
    readonly non2xx: number;
    /** Answers that `verifyBody` did not take. */
    readonly mismatches: number;
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly duration: number;
  };
  type Request = {
    readonly method?: 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
  };
  export default function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests, where it is not for a time. */
    readonly amount?: number;
    readonly verifyBody?: (body: string) => boolean;
    readonly requests: readonly (
      | Request
      /** Called for each request that is sent. */
      | { readonly setupRequest: (request: Request) => Request }
    )[];
  }): Promise<Result>;
}
