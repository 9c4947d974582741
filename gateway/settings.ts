import { createRemoteJWKSet } from 'jose';
import { z } from 'zod';
import { StartupError } from '../platform/startup-error.ts';
import { SUBGRAPHS } from '../platform/subgraph.ts';
import type { DevIssuer } from './dev-issuer/dev-issuer.ts';
import { limitVariables } from './document/limits.ts';
import type { Issuer } from './identity.ts';
import { overrideLabels } from './override-labels.ts';

/** Comma-separated in the environment. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** `students-and-mycap` → `STUDENTS_SUBGRAPH_URL`: the first word names the subgraph. */
const urlVariable = (subgraph: string) => `${subgraph.split('-')[0]?.toUpperCase()}_SUBGRAPH_URL`;

/** Where spans go: nowhere where no collector is named. The names are OpenTelemetry's. */
const observeVariables = {
  /** A line for each request. Where nothing is said: on, but not on a terminal. */
  REQUEST_LOG: z.enum(['on', 'off']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_SERVICE_NAME: z.string().default('connecting-activities-gateway'),
  /** Of the traces that begin here, the share that is recorded. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** Where the gateway listens, and who may call it from a page. */
export const doorVariables = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  CORS_ORIGINS: list.default([]),
  OVERRIDE_LABELS: overrideLabels.default(new Map()),
  ...limitVariables,
  ...observeVariables,
};

/** Whose tokens the gateway takes. */
export const issuerVariables = {
  OIDC_ISSUER: z.string().optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: z.url().optional(),
  DEV_ISSUER: z.enum(['on', 'off']).default('off'),
  DATA_DIR: z.string().optional(),
};

/** Where the subgraphs are, and how to speak to them. */
export const subgraphVariables = {
  SUPERGRAPH: z.string().default('schema/supergraph.graphql'),
  ACTOR_TOKEN_SECRET: z.string().min(32, 'It must have 32 characters or more'),
  SCHOOLS_SUBGRAPH_URL: z.url().optional(),
  EMPLOYERS_SUBGRAPH_URL: z.url().optional(),
  STUDENTS_SUBGRAPH_URL: z.url().optional(),
  PLACEMENTS_SUBGRAPH_URL: z.url().optional(),
};

type Env<Variables extends z.ZodRawShape> = z.infer<z.ZodObject<Variables>>;

/** The URLs that the environment gives in place of the supergraph's. */
export function urlOverrides(env: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    SUBGRAPHS.flatMap((subgraph) => {
      const url = env[urlVariable(subgraph)];
      return typeof url === 'string' ? [[subgraph, url] as const] : [];
    }),
  );
}

/** The outside issuer of the environment, or none. */
function outsideIssuer(env: Env<typeof issuerVariables>): Issuer | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwks } = env;
  if (!issuer && !audience && !jwks) return null;
  if (issuer && audience && jwks)
    return { issuer, audience, keys: createRemoteJWKSet(new URL(jwks)) };
  throw new StartupError('OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL belong together: set all.');
}

/** Everybody whose tokens are taken. A gateway that could know nobody does not start. */
export function trustedIssuers(
  env: Env<typeof issuerVariables>,
  devIssuer: DevIssuer | null,
): readonly Issuer[] {
  const outside = outsideIssuer(env);
  const issuers = [...(outside ? [outside] : []), ...(devIssuer ? [devIssuer.issuer] : [])];
  if (issuers.length > 0) return issuers;
  throw new StartupError(
    'The gateway has no issuer of tokens. Set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL; for development, DEV_ISSUER=on.',
  );
}
