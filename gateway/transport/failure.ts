import { DomainError } from '../../platform/errors.ts';

/** A subgraph gave no GraphQL response. The caller learns its name, the log learns `why`. */
export class SubgraphFailure extends DomainError {
  readonly subgraph: string;
  readonly why: string;
  constructor(subgraph: string, why: string) {
    super('SUBGRAPH_UNAVAILABLE', 'A part of the graph did not answer; its fields are null.', {
      subgraph,
    });
    this.subgraph = subgraph;
    this.why = why;
  }
}
