import type { QueryPlan } from '@apollo/query-planner';
import type { SupergraphParts } from '../supergraph.ts';
import type { Introspected } from './introspect.ts';

/** What the planning thread is told. It has the supergraphs that it loaded until they are dropped. */
export type ToThread =
  | {
      readonly kind: 'load';
      readonly job: number;
      readonly supergraph: number;
      readonly sdl: string;
    }
  | { readonly kind: 'drop'; readonly supergraph: number }
  | {
      readonly kind: 'plan';
      readonly job: number;
      readonly supergraph: number;
      readonly texts: readonly string[];
      readonly labels: readonly (readonly [string, boolean])[];
    }
  | {
      readonly kind: 'introspect';
      readonly job: number;
      readonly supergraph: number;
      readonly text: string;
      readonly variables: Readonly<Record<string, unknown>>;
    };

/** One answer for each job, in their order. */
export type FromThread = { readonly job: number } & (
  | { readonly loaded: SupergraphParts }
  | { readonly plans: readonly QueryPlan[] }
  /** Why there is none. */
  | { readonly noPlan: string }
  | { readonly introspected: Introspected | number }
  | { readonly failed: string }
);
