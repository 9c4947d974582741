import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { ErrorCode } from '../../platform/errors.ts';
import type { Ended, FetchOutcome } from './ended.ts';
import { cutName } from './operation-names.ts';
import { readTraceparent, writeTraceparent } from './trace-context.ts';

/** A request's part of a trace. */
export type RequestTrace = {
  /** An operation was planned, for so long, just now. */
  planned(ms: number): void;
  fetch(subgraph: string): FetchTrace;
  end(requestId: string, ended: Ended): void;
};

export type FetchTrace = {
  /** What the subgraph is told. */
  readonly traceparent: string;
  end(outcome: FetchOutcome): void;
};

export type BeginTrace = (traceparent: string | undefined) => RequestTrace;

export type Tracing = {
  readonly begin: BeginTrace;
  /** Sends what is left. */
  stop(): Promise<void>;
};

/**
 * Spans `graphql <operation>` → `subgraph fetch <name>`, which go on with the caller's trace. Contexts are
 * handed from parent to child here: nothing follows asynchronous calls.
 */
export const createBeginTrace =
  (tracer: Tracer): BeginTrace =>
  (traceparent) => {
    const caller = readTraceparent(traceparent);
    const outer = caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
    const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER }, outer);
    const inner = trace.setSpan(outer, span);
    return {
      planned(ms) {
        tracer.startSpan('graphql plan', { startTime: Date.now() - ms }, inner).end();
      },
      fetch: (subgraph) => beginFetch(tracer, subgraph, inner),
      end: (requestId, ended) => endRequest(span, requestId, ended),
    };
  };

function beginFetch(tracer: Tracer, subgraph: string, inner: Context): FetchTrace {
  const options = { kind: SpanKind.CLIENT, attributes: { 'graphql.subgraph.name': subgraph } };
  const span = tracer.startSpan(`subgraph fetch ${subgraph}`, options, inner);
  return {
    traceparent: writeTraceparent(span.spanContext()),
    end(outcome) {
      span.setAttribute('graphql.subgraph.outcome', outcome);
      if (outcome !== 'ok' && outcome !== 'errors' && outcome !== 'client_left')
        fail(span, outcome);
      span.end();
    },
  };
}

function endRequest(
  span: Span,
  requestId: string,
  { status, operation, codes, role }: Ended,
): void {
  span.setAttributes({
    'http.response.status_code': status,
    'graphql.request.id': requestId,
    'graphql.actor.role': role,
  });
  if (operation) {
    const { kind, hash } = operation;
    const name = operation.name === null ? null : cutName(operation.name);
    if (name !== null) span.updateName(`graphql ${name}`);
    span.setAttributes({
      'graphql.operation.type': kind,
      'graphql.operation.name': name ?? undefined,
      'graphql.document.sha256': hash,
    });
  }
  const broken = codes.find(isOurs);
  if (broken) fail(span, broken);
  span.end();
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** What broke, unlike what a caller did. */
const OURS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_BAD_RESPONSE',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
]);
const isOurs = (code: ErrorCode) => OURS.has(code);
