import { DomainError } from '../../platform/errors.ts';

/** What a caller is told, by the way in which a subgraph failed. */
const SAID = {
  SUBGRAPH_UNAVAILABLE: 'A part of the graph did not answer; its fields are null.',
  SUBGRAPH_TIMEOUT: 'A part of the graph did not answer in time; its fields are null.',
  SUBGRAPH_BAD_RESPONSE:
    'A part of the graph gave no answer that can be read; its fields are null.',
} as const;
export type FailureCode = keyof typeof SAID;

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
    super(code, SAID[code], { subgraph });
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
