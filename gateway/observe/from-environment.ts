import type { Log } from '../log.ts';
import type { ObserverOptions } from './observer.ts';
import { createRequestLog } from './request-log.ts';

type ObserveEnv = {
  readonly REQUEST_LOG?: 'on' | 'off' | undefined;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
};

/** Whoever reads a terminal wants to see what it is told, not who asks. */
const logsRequests = ({ REQUEST_LOG: said = process.stdout.isTTY ? 'off' : 'on' }: ObserveEnv) =>
  said === 'on';

/** Each request is logged to the standard output, and traced where a collector is named. */
export async function observing(env: ObserveEnv, log: Log): Promise<ObserverOptions> {
  const requestLog = logsRequests(env)
    ? createRequestLog((text) => process.stdout.write(text))
    : null;
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = env;
  if (!endpoint) return { requestLog, tracing: null };
  const { startOtel } = await import('./otel.ts');
  const share = env.OTEL_TRACES_SAMPLER_ARG;
  return { requestLog, tracing: await startOtel({ endpoint, serviceName, share, log }) };
}
