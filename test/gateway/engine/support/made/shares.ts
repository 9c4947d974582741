import type { GraphName } from './graphs.ts';
import type { ModeName } from './modes.ts';

/** How many of a thousand operations are asked of a graph in a mode. */
export type Share = {
  readonly graph: GraphName;
  readonly mode: ModeName;
  readonly perThousand: number;
};

/**
 * What a run consists of. With a subgraph of the hard graph down, which fields are reached depends on the
 * way that a plan takes to an entity with several keys.
 */
export const SHARES: readonly Share[] = [
  { graph: 'shop', mode: 'queries', perThousand: 110 },
  { graph: 'shop', mode: 'mutations', perThousand: 40 },
  { graph: 'shop', mode: 'trouble', perThousand: 70 },
  { graph: 'shop', mode: 'misshapen', perThousand: 60 },
  { graph: 'shop', mode: 'down', perThousand: 40 },
  { graph: 'hard', mode: 'queries', perThousand: 120 },
  { graph: 'hard', mode: 'mutations', perThousand: 40 },
  { graph: 'hard', mode: 'trouble', perThousand: 80 },
  { graph: 'hard', mode: 'misshapen', perThousand: 70 },
  { graph: 'own', mode: 'queries', perThousand: 120 },
  { graph: 'own', mode: 'mutations', perThousand: 70 },
  { graph: 'own', mode: 'trouble', perThousand: 70 },
  { graph: 'own', mode: 'misshapen', perThousand: 50 },
  { graph: 'own', mode: 'down', perThousand: 60 },
];
