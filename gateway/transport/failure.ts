import { DomainError, ERROR_CODES } from '../../platform/errors.ts';

export type FailureCode = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_BAD_RESPONSE';

/** A subgraph gave no GraphQL response. The caller learns its name and the code, the log learns `why`. */
export class SubgraphFailure extends DomainError {
  readonly subgraph: string;
  readonly why: string;
  readonly code: FailureCode;
  /** Whether the connection failed: the subgraph was not reached, or its answer broke off. */
  readonly isConnection: boolean;
  /** Whether it is the client who left: that says nothing of the subgraph. */
  readonly isClient: boolean;
  constructor(
    subgraph: string,
    why: string,
    code: FailureCode = 'SUBGRAPH_UNAVAILABLE',
    cause: 'connection' | 'client' | null = null,
  ) {
    super(code, ERROR_CODES[code], { subgraph });
    this.subgraph = subgraph;
    this.why = why;
    this.code = code;
    this.isConnection = cause === 'connection';
    this.isClient = cause === 'client';
  }
}

export const badResponse = (subgraph: string, why: string) =>
  new SubgraphFailure(subgraph, why, 'SUBGRAPH_BAD_RESPONSE');

export const timedOut = (subgraph: string, why: string) =>
  new SubgraphFailure(subgraph, why, 'SUBGRAPH_TIMEOUT');

export const connectionFailed = (subgraph: string, why: string) =>
  new SubgraphFailure(subgraph, why, 'SUBGRAPH_UNAVAILABLE', 'connection');

export const clientLeft = (subgraph: string) =>
  new SubgraphFailure(subgraph, 'The client left.', 'SUBGRAPH_UNAVAILABLE', 'client');
