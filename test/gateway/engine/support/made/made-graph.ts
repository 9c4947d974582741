import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { labelsIn } from '../../../../../gateway/engine/labels.ts';
import { loadSupergraph } from '../../../../../gateway/planning/plan-here.ts';
import { SubgraphFailure } from '../../../../../gateway/transport/failure.ts';
import type { Transport } from '../../../../../gateway/transport/transport.ts';
import { PUBLIC_ACTOR } from '../../../../../platform/actor.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../../../platform/subgraph.ts';
import { createExecutor, type Executor } from '../executor.ts';
import { createFederation, type Federation } from './federation.ts';
import { misshape } from './misshape.ts';
import { type Asking, createResolvers } from './resolver.ts';
import { readSubgraph, type SubgraphFacts } from './subgraph-facts.ts';
import { noTrouble, type Trouble } from './trouble.ts';
import { createWorld } from './world.ts';

export type Variables = Readonly<Record<string, unknown>>;
export type AnOperation = { readonly text: string; readonly variables: Variables };

/** What is so while an operation runs. */
export type Circumstances = {
  readonly trouble?: Trouble;
  readonly labelsOn?: ReadonlySet<string>;
  /** Subgraphs that do not answer. */
  readonly down?: ReadonlySet<string>;
  /** Whether subgraphs send null where it may not be, and what cannot be a value. */
  readonly isLenient?: boolean;
};

export type Asked = { readonly subgraph: string } & SubgraphRequest;

/** One request while the subgraphs answer it. */
export type Ongoing = Circumstances & {
  readonly progress: Asking['progress'];
  readonly asked: Asked[];
};

export type MadeGraph = {
  readonly name: string;
  readonly supergraphSdl: string;
  readonly apiSchema: GraphQLSchema;
  readonly federation: Federation;
  readonly labels: readonly string[];
  readonly problemsOf: (document: DocumentNode) => readonly string[];
  readonly askEngine: (
    operation: AnOperation,
    now?: Circumstances,
  ) => Promise<ExecutionResult & { readonly asked: readonly Asked[] }>;
  readonly askMonolith: (operation: AnOperation, now?: Circumstances) => Promise<ExecutionResult>;
  /** The answer of a subgraph to one fetch. */
  readonly answer: (
    subgraph: string,
    request: SubgraphRequest,
    ongoing: Ongoing,
  ) => Promise<SubgraphResponse>;
};

export const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** A graph over made-up data: its subgraphs, and one schema with the same answers. */
export function createMadeGraph(
  name: string,
  sdls: Readonly<Record<string, string>>,
  supergraphSdl: string,
): MadeGraph {
  const supergraph = loadSupergraph(supergraphSdl);
  const { apiSchema } = supergraph;
  const monolith = buildSchema(printSchema(apiSchema));
  const subgraphs = new Map<string, SubgraphFacts>();
  for (const [subgraph, sdl] of Object.entries(sdls))
    subgraphs.set(
      subgraph,
      readSubgraph(subgraph, sdl, (type, reference, asking) => {
        const own = subgraphs.get(subgraph);
        if (!own) throw new Error(`There is no subgraph "${subgraph}".`);
        return resolvers.findEntity(own, type, reference, asking as Asking);
      }),
    );
  const federation = createFederation(subgraphs, apiSchema);
  const resolvers = createResolvers(federation, createWorld(federation));
  const ongoing = new Map<string, Ongoing>();

  const askingOf = (
    subgraph: SubgraphFacts | null,
    { trouble = noTrouble, labelsOn = new Set() }: Circumstances,
    progress: Asking['progress'],
  ): Asking => ({ subgraph, trouble, labelsOn, progress });

  async function answer(
    subgraph: string,
    request: SubgraphRequest,
    now: Ongoing,
  ): Promise<SubgraphResponse> {
    now.asked.push({ subgraph, ...request });
    if (now.down?.has(subgraph)) throw new SubgraphFailure(subgraph, 'It is down.');
    const facts = subgraphs.get(subgraph);
    if (!facts) throw new Error(`There is no subgraph "${subgraph}".`);
    const schema = now.isLenient ? facts.lenient : facts.schema;
    const document = parse(request.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return overTheWire({ errors });
    const result = await execute({
      schema,
      document,
      variableValues: overTheWire(request.variables ?? {}),
      fieldResolver: resolvers.resolveField,
      contextValue: askingOf(facts, now, now.progress),
    });
    return now.isLenient ? misshape(overTheWire(result)) : overTheWire(result);
  }

  const transport: Transport = {
    async fetch(subgraph, request, { requestId }) {
      const now = ongoing.get(requestId);
      if (!now) throw new Error(`Nobody asks "${requestId}" now.`);
      return await answer(subgraph, request, now);
    },
    async close() {},
  };

  const executors = new Map<string, Executor>();
  function executorFor(labelsOn: ReadonlySet<string>): Executor {
    const state = [...labelsOn].sort().join(' ');
    const executor =
      executors.get(state) ??
      createExecutor(supergraph, transport, {
        labelIsOn: (label) => labelsOn.has(label),
        costLimit: Number.POSITIVE_INFINITY,
      });
    executors.set(state, executor);
    return executor;
  }

  let requests = 0;
  async function askEngine({ text, variables }: AnOperation, now: Circumstances = {}) {
    const document = parse(text);
    const definition = getOperationAST(document);
    if (!definition) throw new Error('There is not one operation.');
    const requestId = `made ${++requests}`;
    const asked: Asked[] = [];
    ongoing.set(requestId, { ...now, asked, progress: { version: 0 } });
    const vouched = { actor: PUBLIC_ACTOR, requestId };
    const executor = executorFor(now.labelsOn ?? new Set());
    const operation = { document, definition, variables, documentHash: text, vouched };
    const result = await executor(operation).finally(() => ongoing.delete(requestId));
    return { ...overTheWire(result), asked };
  }

  async function askMonolith({ text, variables }: AnOperation, now: Circumstances = {}) {
    const result = await execute({
      schema: monolith,
      document: parse(text),
      variableValues: variables,
      fieldResolver: resolvers.resolveField,
      contextValue: askingOf(null, now, { version: 0 }),
    });
    return overTheWire(result);
  }

  return {
    name,
    supergraphSdl,
    apiSchema,
    federation,
    labels: labelsIn(supergraph.schema),
    problemsOf: (document) => validate(apiSchema, document).map(({ message }) => message),
    askEngine,
    askMonolith,
    answer,
  };
}
