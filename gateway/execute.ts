import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { cacheControlOf } from './cache-control.ts';
import { compileCost } from './document/cost.ts';
import { readFragments } from './document/fragments.ts';
import { DOCUMENT_LIMITS } from './document/limits.ts';
import { overLimit } from './document/over-limit.ts';
import { readVariables } from './document/variables.ts';
import { type Compiled, createCompile } from './engine/compile.ts';
import { rememberCompiled } from './engine/compiled-operations.ts';
import { byChance, type LabelIsOn, labelsIn } from './engine/labels.ts';
import { type Outcome, type Request, runOperation } from './engine/run-operation.ts';
import type { Planning } from './planning/planner.ts';
import { createSharedWork, type Started } from './shared-work.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import { type LeaveSignal, Leaving } from './transport/leaving.ts';
import type { Transport } from './transport/transport.ts';

/** One operation of a document that fits the schema. */
export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** Of the document's text. */
  readonly length: number;
  /** SHA-256 of the document's text, for those who look at what is asked. */
  readonly hash?: string;
};

type Values = Readonly<Record<string, unknown>>;

/** With what an operation is asked, and on whose behalf. */
export type Asking = Request;

/** What becomes of an operation. Without data it was refused, and nothing was executed. */
export type Answer = {
  /** As JSON text. */
  readonly data?: string;
  readonly errors: readonly GraphQLError[];
  /** What the answer's header of that name says. */
  readonly cacheControl?: string;
  /** Its cost as estimated, of an operation that was executed. */
  readonly cost?: number;
};

/** An operation, read once, that is asked again and again. */
export type Prepared = (asking: Asking) => Promise<Answer>;
export type Engine = (operation: Operation) => Prepared;

export type EngineOptions = {
  readonly labelIsOn?: LabelIsOn;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit?: number;
  readonly planning: Planning;
};

/**
 * Plans operations over one supergraph and executes the plans. Each operation is planned and compiled
 * once for each state of its conditions; `engine/` has how.
 */
export function createEngine(
  supergraph: LoadedSupergraph,
  transport: Transport,
  { labelIsOn = byChance(Math.random), costLimit = DOCUMENT_LIMITS.cost, planning }: EngineOptions,
): Engine {
  const { schema, apiSchema } = supergraph;
  const remember = rememberCompiled(createCompile(supergraph, transport, planning));
  const labels = labelsIn(schema);
  const decideLabels = () => new Map(labels.map((label) => [label, labelIsOn(label)]));
  const limits = { ...DOCUMENT_LIMITS, cost: costLimit };
  const shared = createSharedWork<Answer>();
  let operations = 0;

  return ({ document, definition, length, hash = '' }) => {
    const kind = definition.operation;
    operations += 1;
    const where = String(operations);
    if (!apiSchema.getRootType(kind)) return async () => ({ errors: [noSuchRoot(kind)] });
    const seen = { name: definition.name?.value ?? null, kind, hash };
    const definitions = definition.variableDefinitions ?? [];
    const costOf = compileCost(schema, definition, readFragments(document.definitions));
    const compiledFor = remember({ document, definition, length });

    async function run(asking: Asking, coerced: Values): Promise<Outcome> {
      const ready = compiledFor(coerced, decideLabels());
      const compiled = ready instanceof Promise ? await timed(ready, asking.observation) : ready;
      const introspected = await compiled.introspect?.(coerced);
      return await runOperation(compiled, asking, introspected);
    }

    async function answerOf(asking: Asking, coerced: Values, cost: number): Promise<Answer> {
      const outcome = await run(asking, coerced).catch(asRefusal);
      if (outcome instanceof GraphQLError) return { errors: [outcome] };
      const { data, errors, cacheControls } = outcome;
      const { role } = asking.vouched.actor;
      const cacheable = { kind, hasErrors: errors.length > 0, role, fetched: cacheControls };
      return { data, errors, cacheControl: cacheControlOf(cacheable), cost };
    }

    const start = (asking: Asking, coerced: Values, cost: number): Started<Answer> => {
      const leaving = new Leaving();
      return {
        answer: answerOf({ ...asking, signal: leaving }, coerced, cost),
        abort: () => leaving.leave(),
      };
    };

    return async (asking) => {
      const { variables, vouched, signal } = asking;
      asking.observation?.isOf(seen);
      const { errors: wrong, coerced } = readVariables(apiSchema, definitions, variables);
      if (wrong) return { errors: wrong };
      const cost = costOf(coerced);
      if (typeof cost !== 'number') return { errors: [cost] };
      if (cost > costLimit) return { errors: [overLimit('cost', limits, cost)] };
      const what = JSON.stringify(variables);
      const waiting = new Waiting(signal);
      const answer = shared({ where, what, vouched, kind }, waiting, () =>
        start(asking, coerced, cost),
      );
      // A client that left before is not told of by its signal any more.
      if (signal?.aborted) waiting.handleEvent();
      return answer;
    };
  };
}

/** A client that waits for an answer. What was begun for it is given up when it leaves. */
class Waiting {
  onGivenUp: (why: Error) => void = () => {};

  constructor(signal: LeaveSignal | null) {
    signal?.addEventListener('abort', this);
  }

  handleEvent(): void {
    this.onGivenUp(new Error('The client left.'));
  }
}

const noSuchRoot = (kind: string) =>
  new GraphQLError(`The graph has no ${kind}.`, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });

/** Waits for a plan, and tells for how long. */
async function timed(ready: Promise<Compiled>, observation: Asking['observation']) {
  const began = performance.now();
  const compiled = await ready;
  observation?.planned(performance.now() - began);
  return compiled;
}

/** What planning refuses is an answer; anything else is a bug, and stays thrown. */
function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code !== undefined) return error;
  throw error;
}
