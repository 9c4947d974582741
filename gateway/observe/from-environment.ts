import type { Log } from '../log.ts';
import type { ObserverOptions } from './observer.ts';
import { createRequestLog } from './request-log.ts';

type TraceEnv = {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
};

/** A gateway of its own logs each request to its standard output, and traces where a collector is named. */
export async function observing(env: TraceEnv, log: Log): Promise<ObserverOptions> {
  const requestLog = createRequestLog((text) => process.stdout.write(text));
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = env;
  if (!endpoint) return { requestLog, tracing: null };
  const { startOtel } = await import('./otel.ts');
  const share = env.OTEL_TRACES_SAMPLER_ARG;
  return { requestLog, tracing: await startOtel({ endpoint, serviceName, share, log }) };
}
