import { DiagLogLevel, diag } from '@opentelemetry/api';
import type { Log } from '../log.ts';
import { createBeginTrace, type Tracing } from './tracing.ts';

export type OtelSettings = {
  /** Of a collector that takes OTLP over HTTP; spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  readonly serviceName: string;
  /** Of the traces that begin here, the share that is recorded: 0 to 1. A caller's own decision stands. */
  readonly share: number;
  readonly log: Log;
};

/** How long a batch of spans may take, and so a stop. */
const SEND_TIMEOUT_MS = 5_000;
/** Of what the SDK says of an error, which can be a whole stack. */
const LONGEST_REASON = 300;

/** Records spans and sends them in batches. The SDK is loaded here only: who has no collector never reads it. */
export async function startOtel({
  endpoint,
  serviceName,
  share,
  log,
}: OtelSettings): Promise<Tracing> {
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const notSent = (why: string) =>
    log.warn({ why: why.slice(0, LONGEST_REASON) }, 'Spans could not be sent to the collector.');
  listenToSdk(notSent);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: SEND_TIMEOUT_MS,
  });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({ exporter, exportTimeoutMillis: SEND_TIMEOUT_MS }),
    ],
  });
  return {
    begin: createBeginTrace(provider.getTracer('gateway')),
    async stop() {
      // A collector that is gone shall not keep the gateway from stopping.
      await provider.shutdown().catch((error: unknown) => notSent(String(error)));
      diag.disable();
    },
  };
}

/** Errors only: the SDK's warnings quote headers, and those may hold a collector's key. */
function listenToSdk(error: (text: string) => void): void {
  const silent = () => {};
  diag.setLogger(
    { error, warn: silent, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
