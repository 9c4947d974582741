import type { DirectiveNode, SelectionNode } from 'graphql';

/** The values of the variables that `@skip` and `@include` name. */
export type Switches = Readonly<Record<string, unknown>>;

/** Whether `@skip` and `@include` leave a selection in. */
export function isIncluded({ directives = [] }: SelectionNode, switches: Switches): boolean {
  return directives.every((directive) => {
    switch (directive.name.value) {
      case 'skip':
        return !ifArgument(directive, switches);
      case 'include':
        return ifArgument(directive, switches);
      default:
        return true;
    }
  });
}

function ifArgument({ arguments: args = [] }: DirectiveNode, switches: Switches): boolean {
  const value = args.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === 'BooleanValue') return value.value;
  return value?.kind === 'Variable' && switches[value.name.value] === true;
}

/** The variables that decide whether a selection is in. */
export function switchesOf({ directives = [] }: SelectionNode): string[] {
  return directives
    .filter(({ name }) => name.value === 'skip' || name.value === 'include')
    .flatMap(({ arguments: args = [] }) => args)
    .flatMap(({ value }) => (value.kind === 'Variable' ? [value.name.value] : []));
}
