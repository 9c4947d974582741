import type { SpanContext } from '@opentelemetry/api';

export const TRACEPARENT_HEADER = 'traceparent';

/** Version, trace, span and flags. Later versions may go on, and are read as far as this one goes. */
const SHAPE = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.{0,200})?$/;

/** What a caller's `traceparent` says (W3C Trace Context); null where it is none. */
export function readTraceparent(
  header: string | readonly string[] | undefined,
): SpanContext | null {
  if (typeof header !== 'string') return null;
  const [, version, traceId = '', spanId = '', flags = '', more] = SHAPE.exec(header) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more)) return null;
  if (NOTHING.test(traceId) || NOTHING.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & SAMPLED, isRemote: true };
}

export const writeTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags & SAMPLED ? '01' : '00'}`;

/** The other flags say nothing that we could vouch for. */
const SAMPLED = 1;
const NOTHING = /^0+$/;
