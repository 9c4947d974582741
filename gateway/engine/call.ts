import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import type { FetchRequest, Transport } from '../transport/transport.ts';
import { copyOf } from './copy.ts';
import type { Data } from './data.ts';
import type { Run } from './run.ts';

/** Entities to ask for: their representations, and a name for all of them together. */
export type Entities = { readonly key: string } & (
  | { readonly text: string; readonly objects: null }
  | { readonly text: null; readonly objects: readonly Data[] }
);

/** Sends what a fetch of the plan says. Null asks for no entities. */
export type Call = (run: Run, entities: Entities | null) => Promise<SubgraphResponse>;

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
  const { serviceName, operationName } = node;
  const { transport } = context;
  const kind = node.operationKind === 'mutation' ? 'mutation' : 'query';
  const write = transport.readsText ? compileText(node, context) : compileObjects(node, context);
  const named = operationName ? { operationName } : {};
  const send: Call = (run, entities) => {
    const { vouched, deadline, signal, observation } = run;
    const request = { query: node.operation, ...named, ...write(run, entities) };
    return transport.fetch(serviceName, request, vouched, { kind, deadline, signal, observation });
  };
  return context.isRepeated(node) ? once(send, textOf(node)) : send;
}

type Write = (run: Run, entities: Entities | null) => Pick<FetchRequest, 'variables' | 'body'>;

const usedVariables = ({ variableUsages = [] }: FetchNode, { variableNames }: CallContext) =>
  variableUsages.map((name) => ({ name, from: variableNames.get(name) ?? name }));

function compileObjects(node: FetchNode, context: CallContext): Write {
  const used = usedVariables(node, context);
  return ({ variables }, entities) => {
    const values: Record<string, unknown> = {};
    for (const { name, from } of used) {
      if (Object.hasOwn(variables, from)) values[name] = variables[from];
    }
    if (entities) values.representations = entities.objects;
    return { variables: values };
  };
}

/** The text of the request: all that is the same each time is written once. */
function compileText(node: FetchNode, context: CallContext): Write {
  const { operation: query, operationName } = node;
  const head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`;
  const used = usedVariables(node, context).map(({ name, from }) => ({
    from,
    before: `${JSON.stringify(name)}:`,
  }));
  return ({ variables }, entities) => {
    const values: string[] = [];
    for (const { from, before } of used) {
      if (variables[from] !== undefined && Object.hasOwn(variables, from))
        values.push(before + JSON.stringify(variables[from]));
    }
    if (entities) {
      const text = entities.text ?? entities.objects.map((one) => JSON.stringify(one)).join(',');
      values.push(`"representations":[${text}]`);
    }
    return { body: `${head}${values.join(',')}}}` };
  };
}

/**
 * Sends identical fetches of a request once. The variables of a request are the same in all of its
 * fetches, so that the entities alone tell two fetches of one text apart. Each but the first gets a
 * copy: answers are changed as they are merged.
 */
function once(send: Call, text: string): Call {
  return async (run, entities) => {
    const key = entities ? `${text} ${entities.key}` : text;
    const earlier = run.asked.get(key);
    if (earlier) return copyOf(await earlier);
    const answer = send(run, entities);
    run.asked.set(key, answer);
    return await answer;
  };
}
