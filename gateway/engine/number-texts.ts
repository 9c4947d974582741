import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FloatValueNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  type IntValueNode,
  isSpecifiedScalarType,
  Kind,
  type StringValueNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** An operation that can be planned without a change to its numbers, and what makes its plans right again. */
export type WithNumbers = {
  readonly document: DocumentNode;
  readonly restore: (plan: QueryPlan) => QueryPlan;
};

/** A document has room for a number of thousands of digits. */
const LONGEST_QUOTED = 40;

/**
 * The planner takes each number of a document for one of JavaScript's: of a custom scalar's, `9007199254740993` would
 * become another number, and `1.10` another text. On the way through it they are strings.
 */
export function keepNumbers(document: DocumentNode, schema: GraphQLSchema): WithNumbers {
  const info = new TypeInfo(schema);
  const mark = markBeside(document);
  let has = false;

  function keep({ value }: IntValueNode | FloatValueNode): StringValueNode | undefined {
    const type = getNamedType(info.getInputType());
    const isStandard = type !== undefined && isSpecifiedScalarType(type);
    if (isStandard && !Number.isFinite(Number(value))) throw noFloat(value);
    if (isStandard || String(Number(value)) === value) return undefined;
    has = true;
    return { kind: Kind.STRING, value: `${mark}${value}` };
  }

  const kept = visit(document, visitWithTypeInfo(info, { IntValue: keep, FloatValue: keep }));
  if (!has) return { document, restore: (plan) => plan };
  const marked = new RegExp(`"${mark}([-+.\\deE]+)"`, 'g');
  return { document: kept, restore: (plan) => rewrite(plan, (text) => text.replace(marked, '$1')) };
}

/** Validation lets it pass, and the planner fails at it. */
const noFloat = (value: string) =>
  new GraphQLError(
    `The number ${value.slice(0, LONGEST_QUOTED)} is more than a Float can be. Give one of 64 bits.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );

/** What no string of the document begins with, and no name has. */
function markBeside(document: DocumentNode): string {
  let mark = '#number#';
  visit(document, {
    StringValue({ value }) {
      while (value.startsWith(mark)) mark += '#';
    },
  });
  return mark;
}

const rewrite = (plan: QueryPlan, change: (text: string) => string): QueryPlan =>
  plan.node && plan.node.kind !== 'Subscription'
    ? { ...plan, node: rewriteNode(plan.node, change) }
    : plan;

/** A plan with the texts of its fetches changed. */
function rewriteNode(node: PlanNode, change: (text: string) => string): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return { ...node, operation: change(node.operation) };
    case 'Flatten':
      return { ...node, node: rewriteNode(node.node, change) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((one) => rewriteNode(one, change)) };
    case 'Condition':
    case 'Defer':
      return node;
  }
}
