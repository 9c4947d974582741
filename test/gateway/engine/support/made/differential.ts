import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { type Difference, differenceOf } from './compare.ts';
import type { AnOperation, Asked, MadeGraph } from './made-graph.ts';
import { MODES, type Mode, type ModeName } from './modes.ts';
import { type Bounds, randomOperations } from './random-document.ts';
import { smallest } from './smallest.ts';
import type { AskStock } from './stock.ts';

/** An operation that our engine answered otherwise than one schema over the same data. */
export type Wrong = AnOperation & {
  readonly seed: number;
  readonly difference: Difference;
  readonly ours: ExecutionResult;
  readonly expected: ExecutionResult;
  readonly asked: readonly Asked[];
};

export type Differences = {
  readonly operations: number;
  /** Operations that were left out: what they show depends on the plan. */
  readonly leftOut: number;
  /** Operations for whose right answer there are errors. */
  readonly withErrors: number;
  readonly wrong: readonly Wrong[];
  /** The first of them, without what does not matter. */
  readonly smallest: AnOperation | null;
  /** How often the stock gateway's answer was another, by how. */
  readonly stock: Readonly<Partial<Record<Difference, number>>> | null;
};

export type DifferentialOptions = {
  readonly operations: number;
  readonly seed: number;
  readonly bounds?: Bounds;
  /** The third side, which is counted. */
  readonly stock?: AskStock;
  readonly onOperation?: () => void;
};

export const BOUNDS: Bounds = { depth: 5, breadth: 4 };

/** Asks random operations of our engine, of one schema over the same data and of the stock gateway. */
export async function findDifferences(
  graph: MadeGraph,
  modeName: ModeName,
  { operations, seed, bounds = BOUNDS, stock, onOperation }: DifferentialOptions,
): Promise<Differences> {
  const mode = MODES[modeName];
  const random = randomOperations(graph, mode.kind, bounds, `${graph.name} ${modeName} ${seed}`);
  const wrong: Wrong[] = [];
  const stocks: Partial<Record<Difference, number>> = {};
  let [done, leftOut, withErrors] = [0, 0, 0];
  for (let turn = seed; done < operations; turn++) {
    const compared = await compare(graph, mode, random.next().value, turn, stock);
    if (!compared) {
      leftOut++;
      continue;
    }
    done++;
    onOperation?.();
    if (compared.wrong) wrong.push(compared.wrong);
    if (compared.hasErrors) withErrors++;
    if (compared.stock) stocks[compared.stock] = (stocks[compared.stock] ?? 0) + 1;
  }
  const least = wrong[0] ? await reduce(graph, mode, wrong[0]) : null;
  return { operations, leftOut, withErrors, wrong, smallest: least, stock: stock ? stocks : null };
}

type Compared = {
  readonly wrong: Wrong | null;
  readonly hasErrors: boolean;
  readonly stock: Difference | null;
};

/** Null for an operation that the mode leaves out. */
async function compare(
  graph: MadeGraph,
  mode: Mode,
  operation: AnOperation,
  seed: number,
  stock?: AskStock,
): Promise<Compared | null> {
  const now = mode.circumstances(graph, operation, seed);
  if (!now) return null;
  const expected = await graph.askMonolith(operation, now.monolith);
  const { asked = [], ...ours } = await orRefusal(() => graph.askEngine(operation, now.subgraphs));
  const difference = differenceOf(ours, expected, mode.errors);
  const other = stock && (await orRefusal(() => stock(operation, now.subgraphs)));
  return {
    wrong: difference ? { ...operation, seed, difference, ours, expected, asked } : null,
    hasErrors: expected.errors !== undefined,
    stock: other ? differenceOf(other, expected, mode.errors) : null,
  };
}

const reduce = (graph: MadeGraph, mode: Mode, { text, variables, seed }: Wrong) =>
  smallest({ text, variables }, async (operation) => {
    if (graph.problemsOf(parse(operation.text)).length > 0) return false;
    const compared = await compare(graph, mode, operation, seed);
    return (compared?.wrong ?? null) !== null;
  });

type Answered = ExecutionResult & { readonly asked?: readonly Asked[] };

/** What is thrown is no answer. */
async function orRefusal(ask: () => Promise<Answered>): Promise<Answered> {
  try {
    return await ask();
  } catch (error) {
    return { errors: [new GraphQLError(error instanceof Error ? error.message : String(error))] };
  }
}
