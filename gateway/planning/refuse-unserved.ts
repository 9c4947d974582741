import {
  type CoreFeature,
  type Schema,
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES as SERVED,
} from '@apollo/federation-internals';
import { specifiedDirectives } from 'graphql';
import { type LinkedDirective, linkedDirectives, placesOf } from './linked-directives.ts';

/** What guards data, as its specification calls it. */
const GUARDS: readonly string[] = ['authenticated', 'requiresScopes', 'policy'];
const OF_GRAPHQL: readonly string[] = specifiedDirectives.map(({ name }) => name);

const NOT_ENFORCED =
  'which this gateway does not enforce: check it in the subgraphs, and compose them without it.';
const NOT_EXECUTED = 'which this gateway does not execute: compose subgraphs that do without it.';
const NOT_LINKED =
  'and no @link says what it means. It may guard something: link its specification, or take it out.';

/**
 * Throws where a supergraph wants what this gateway lacks: a sentence for each such thing, with a place.
 * What guards data is known by its specification, by its name, and by having neither, so that no link
 * that is renamed, loses its purpose or is taken out opens a door.
 */
export function refuseUnserved(schema: Schema): void {
  const { coreFeatures } = schema;
  if (!coreFeatures) return;
  const directives = linkedDirectives(schema, coreFeatures);
  const features = coreFeatures.allFeatures();
  const problems = [
    ...features.flatMap((feature) => problemOfFeature(feature, directives) ?? []),
    ...directives.flatMap((directive) => problemOfDirective(directive) ?? []),
  ];
  if (problems.length > 0) throw new Error(problems.join(' '));
}

function problemOfFeature(feature: CoreFeature, directives: readonly LinkedDirective[]) {
  const lack = lackOf(feature);
  if (!lack) return null;
  const used = directives.filter((one) => one.feature === feature && one.applications.length > 0);
  const uses = used.map(({ name, applications }) => `@${name} at ${placesOf(applications)}`);
  const said =
    uses.length > 0 ? `It has ${uses.join(', ')} (${feature.url})` : `It links ${feature.url}`;
  return `${said}, ${lack}`;
}

/** Arguments out of a context guard nothing, whatever their link is for. */
function lackOf({ url, purpose }: CoreFeature): string | null {
  if (GUARDS.includes(url.name)) return NOT_ENFORCED;
  if (url.name === 'context') return NOT_EXECUTED;
  if (!purpose || SERVED.has(url.base.toString())) return null;
  return purpose === 'SECURITY' ? NOT_ENFORCED : NOT_EXECUTED;
}

function problemOfDirective({ name, feature, meaning, applications }: LinkedDirective) {
  const isRefused = feature !== null && lackOf(feature) !== null;
  if (isRefused || applications.length === 0 || OF_GRAPHQL.includes(name)) return null;
  const said = `It has @${name} at ${placesOf(applications)},`;
  if (isGuard(meaning) || isGuard(name)) return `${said} ${NOT_ENFORCED}`;
  if (!feature) return `${said} ${NOT_LINKED}`;
  return feature.url.name === 'join' ? problemOfJoin(meaning, applications) : null;
}

/** Also with the name of a specification before it: `federation__authenticated`. */
const isGuard = (name: string) => GUARDS.includes(name.split('__').at(-1) ?? name);

/** What a subgraph says in directives that the supergraph has no link for, and arguments out of a context. */
function problemOfJoin(meaning: string, applications: LinkedDirective['applications']) {
  if (meaning === 'directive') {
    const names = applications.map((one) => `@${one.arguments().name}`);
    return `It has ${names[0]} of a subgraph at ${placesOf(applications)}, ${NOT_EXECUTED}`;
  }
  const fromContext = applications.filter((one) => one.arguments().contextArguments);
  if (meaning !== 'field' || fromContext.length === 0) return null;
  return `It has arguments out of a context at ${placesOf(fromContext)}, ${NOT_EXECUTED}`;
}
