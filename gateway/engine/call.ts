import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphRequest, SubgraphResponse } from '../../platform/subgraph.ts';
import type { Transport } from '../transport/transport.ts';
import type { Representation } from './representations.ts';
import type { Run } from './run.ts';

/** Entities to ask for, and a name for all of them together: null asks for none. */
export type Batch = { readonly representations: readonly Representation[]; readonly key: string };

/** Sends what a fetch of the plan says. */
export type Call = (run: Run, batch: Batch | null) => Promise<SubgraphResponse>;

export type CallContext = {
  readonly transport: Transport;
  /** The client's names of variables that the plan knows by another. */
  readonly variableNames: ReadonlyMap<string, string>;
  /** Whether the plan may make this fetch a second time with the same result. */
  readonly isRepeated: (node: FetchNode) => boolean;
};

/** What identical fetches have in common. */
export const textOf = ({ serviceName, operation }: FetchNode): string =>
  `${serviceName} ${operation}`;

export function compileCall(node: FetchNode, context: CallContext): Call {
  const { serviceName, operation: query, operationName } = node;
  const variables = (node.variableUsages ?? []).map((name) => ({
    name,
    from: context.variableNames.get(name) ?? name,
  }));

  function requestFor(run: Run, batch: Batch | null): SubgraphRequest {
    const values: Record<string, unknown> = {};
    for (const { name, from } of variables) {
      if (Object.hasOwn(run.variables, from)) values[name] = run.variables[from];
    }
    if (batch) values.representations = batch.representations;
    return { query, operationName, variables: values };
  }

  const kind = node.operationKind === 'mutation' ? 'mutation' : 'query';
  const send: Call = (run, batch) => {
    const { vouched, deadline, signal } = run;
    const terms = { kind, deadline, signal } as const;
    return context.transport.fetch(serviceName, requestFor(run, batch), vouched, terms);
  };
  return context.isRepeated(node) ? once(send, textOf(node)) : send;
}

/**
 * Sends identical fetches of a request once. The variables of a request are the same in all of its
 * fetches, so that the entities alone tell two fetches of one text apart. Each but the first gets a
 * copy: answers are changed as they are merged.
 */
function once(send: Call, text: string): Call {
  return async (run, batch) => {
    const key = batch ? `${text} ${batch.key}` : text;
    const earlier = run.asked.get(key);
    if (earlier) return await earlier.then(structuredClone<SubgraphResponse>);
    const answer = send(run, batch);
    run.asked.set(key, answer);
    return await answer;
  };
}
