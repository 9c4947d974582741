import type { Schema } from '@apollo/federation-internals';
import { type LinkedDirective, linkedDirectives } from './linked-directives.ts';

/** How we read the directives of the specifications that we read. */
const READ: ReadonlyMap<string, (meaning: string) => string> = new Map([
  ['https://specs.apollo.dev/join', (meaning) => `join__${meaning}`],
  ['https://specs.apollo.dev/cost', (meaning) => meaning],
]);

/** The names under which a supergraph has them, where those are others. */
export const ourNames = (schema: Schema): readonly (readonly [string, string])[] =>
  (schema.coreFeatures ? linkedDirectives(schema, schema.coreFeatures) : [])
    .map((one) => [one.name, ourNameOf(one)] as const)
    .filter(([name, ours]) => name !== ours);

const ourNameOf = ({ name, feature, meaning }: LinkedDirective) =>
  READ.get(feature?.url.identity ?? '')?.(meaning) ?? name;
