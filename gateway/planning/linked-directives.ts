import type {
  CoreFeature,
  CoreFeatures,
  Directive,
  DirectiveDefinition,
  Schema,
} from '@apollo/federation-internals';

/** A directive that a supergraph defines, with what its links say of it. */
export type LinkedDirective = {
  readonly name: string;
  /** Null where no link speaks of it. */
  readonly feature: CoreFeature | null;
  /** What its specification calls it, whatever it was imported as. */
  readonly meaning: string;
  readonly applications: readonly Directive[];
};

/** Every directive that a supergraph defines by itself, but for those of GraphQL. */
export const linkedDirectives = (
  schema: Schema,
  features: CoreFeatures,
): readonly LinkedDirective[] => schema.directives().map((one) => read(one, features));

function read(definition: DirectiveDefinition, features: CoreFeatures): LinkedDirective {
  const { name } = definition;
  const { feature = null, nameInFeature } = features.sourceFeature(definition) ?? {};
  const applications = [...definition.applications()];
  return { name, feature, meaning: nameInFeature ?? name, applications };
}

/** Where directives stand: the first place, and how many more there are. */
export const placesOf = ([first, ...others]: readonly Directive[]): string =>
  [first && placeOf(first), others.length > 0 && `${others.length} more`]
    .filter(Boolean)
    .join(' and ');

const placeOf = ({ parent }: Directive): string =>
  'coordinate' in parent && typeof parent.coordinate === 'string'
    ? `"${parent.coordinate}"`
    : 'the schema';
