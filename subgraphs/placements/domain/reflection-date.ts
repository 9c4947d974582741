export type ReflectionDateFit =
  | { readonly status: 'fits' }
  | { readonly status: 'before-the-start'; readonly start: string }
  | { readonly status: 'in-the-future'; readonly today: string };

/** A student reflects from the first day on, and may look back as long as they like. */
export function reflectionDateFit(day: string, start: string, today: string): ReflectionDateFit {
  if (day < start) return { status: 'before-the-start', start };
  return day > today ? { status: 'in-the-future', today } : { status: 'fits' };
}
