export type PlacementStatus =
  | 'PROPOSED'
  | 'MATCHED'
  | 'APPROVED'
  | 'ACTIVE'
  | 'COMPLETED'
  | 'ENDED_EARLY'
  | 'WITHDRAWN'
  | 'DECLINED';

/** Where a placement can go from each status. Before it starts either side may step back; after, it ends. */
const NEXT: Readonly<Record<PlacementStatus, readonly PlacementStatus[]>> = {
  PROPOSED: ['MATCHED', 'WITHDRAWN', 'DECLINED'],
  MATCHED: ['APPROVED', 'WITHDRAWN', 'DECLINED'],
  APPROVED: ['ACTIVE', 'WITHDRAWN', 'DECLINED'],
  ACTIVE: ['COMPLETED', 'ENDED_EARLY'],
  COMPLETED: [],
  ENDED_EARLY: [],
  WITHDRAWN: [],
  DECLINED: [],
};

export type PlacementMove =
  | { readonly status: 'legal' }
  | { readonly status: 'illegal'; readonly legal: readonly PlacementStatus[] };

/** Whether a placement may move so; an illegal move comes with the legal ones. */
export const placementMove = (from: PlacementStatus, to: PlacementStatus): PlacementMove =>
  NEXT[from].includes(to) ? { status: 'legal' } : { status: 'illegal', legal: NEXT[from] };
