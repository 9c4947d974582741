export type ReviewKind = 'BASELINE' | 'INTERIM' | 'FINAL';
export type HeldReview = { readonly kind: ReviewKind; readonly day: string };

export type ReviewOrder =
  | { readonly status: 'fits' }
  | { readonly status: 'there-already'; readonly kind: 'BASELINE' | 'FINAL' }
  | { readonly status: 'final-before-baseline'; readonly baseline: string | null }
  | { readonly status: 'baseline-after-final'; readonly final: string };

/**
 * A plan has one baseline and one final review, the baseline first: before a baseline is written down
 * there is no final one, and neither is dated on the wrong side of the other.
 */
export function reviewOrder({ kind, day }: HeldReview, held: readonly HeldReview[]): ReviewOrder {
  const dayOf = (of: ReviewKind) => held.find((review) => review.kind === of)?.day ?? null;
  const [baseline, final] = [dayOf('BASELINE'), dayOf('FINAL')];
  if (kind === 'BASELINE' && final !== null && day > final)
    return { status: 'baseline-after-final', final };
  if (kind !== 'INTERIM' && dayOf(kind) !== null) return { status: 'there-already', kind };
  if (kind === 'FINAL' && (baseline === null || day < baseline))
    return { status: 'final-before-baseline', baseline };
  return { status: 'fits' };
}
