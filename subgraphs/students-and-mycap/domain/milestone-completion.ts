export type MilestoneStatus = 'PLANNED' | 'IN_PROGRESS' | 'COMPLETED' | 'WAIVED';

export type CompletionFit =
  | { readonly status: 'fits'; readonly completedOn: string }
  | { readonly status: 'done-already'; readonly as: 'COMPLETED' | 'WAIVED' }
  | { readonly status: 'without-a-date' }
  | { readonly status: 'before-the-plan'; readonly opened: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** A milestone is completed once, on a day from the plan's first to today. */
export function completionFit(
  milestone: { readonly status: MilestoneStatus; readonly openedOn: string },
  completedOn: string | null,
  today: string,
): CompletionFit {
  const { status, openedOn } = milestone;
  if (status === 'COMPLETED' || status === 'WAIVED') return { status: 'done-already', as: status };
  if (completedOn === null) return { status: 'without-a-date' };
  if (completedOn < openedOn) return { status: 'before-the-plan', opened: openedOn };
  if (completedOn > today) return { status: 'in-the-future', today };
  return { status: 'fits', completedOn };
}
