/** The steps that a site must still complete, in the order in which they are required of it. */
export function missingSteps<Step extends string>(
  required: readonly Step[],
  completed: readonly Step[],
): Step[] {
  return required.filter((step) => !completed.includes(step));
}
