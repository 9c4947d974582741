import type { QueryPlan } from '@apollo/query-planner';

/** What the planning thread is told. It has the supergraphs it was given until they are dropped. */
export type ToThread =
  | { readonly kind: 'load'; readonly supergraph: number; readonly sdl: string }
  | { readonly kind: 'drop'; readonly supergraph: number }
  | {
      readonly kind: 'plan';
      readonly job: number;
      readonly supergraph: number;
      readonly texts: readonly string[];
      readonly labels: readonly (readonly [string, boolean])[];
    };

export type FromThread =
  | { readonly job: number; readonly plans: readonly QueryPlan[] }
  | { readonly job: number; readonly failed: string };
