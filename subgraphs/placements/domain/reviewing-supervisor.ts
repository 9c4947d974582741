/** A supervisor as employers-and-sites tells it; `leftOn` is their last day there. */
export type SiteSupervisor = { readonly id: string; readonly leftOn?: string | null | undefined };

export type ReviewerFit =
  | { readonly status: 'fits' }
  | { readonly status: 'not-of-this-site' }
  | { readonly status: 'had-left'; readonly leftOn: string };

/** A review is held by who supervised at the placement's site on that day. */
export function reviewingSupervisor(
  id: string,
  supervisors: readonly SiteSupervisor[],
  day: string,
): ReviewerFit {
  const supervisor = supervisors.find((each) => each.id === id);
  if (!supervisor) return { status: 'not-of-this-site' };
  const { leftOn } = supervisor;
  return leftOn && day > leftOn ? { status: 'had-left', leftOn } : { status: 'fits' };
}
