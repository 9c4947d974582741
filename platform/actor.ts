import { z } from 'zod';
import { PURPOSES, ROLES, WORKFORCE_BOARD_CODES } from './vocabulary.ts';

const deseCode = z.string().regex(/^[0-9]{8}$/);

/** On whose behalf a request runs, as the gateway and the subgraphs both read it. */
export const actorSchema = z
  .object({
    /** Who signed in: the issuer's opaque name for them. Null for `PUBLIC`. */
    subject: z.string().min(1).nullable(),
    role: z.enum(ROLES),
    /** What they are called in a log of disclosures: their organization, not their name. */
    organization: z.string().optional(),
    /** `BOARD_STAFF`: their region. */
    board: z.enum(WORKFORCE_BOARD_CODES).optional(),
    /** `DISTRICT_STAFF`: their district. */
    district: deseCode.optional(),
    /** `SCHOOL_STAFF`: their schools. */
    schools: z.array(deseCode).readonly().optional(),
    /** `EMPLOYER`: their sites. */
    sites: z.array(z.uuid()).readonly().optional(),
    /** `STUDENT`: themself. `FAMILY`: their children. */
    students: z.array(z.uuid()).readonly().optional(),
    /** `PARTNER`: what they declare to read for. */
    purpose: z.enum(PURPOSES).optional(),
  })
  .strict();

export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** Nobody signed in. */
export const PUBLIC_ACTOR: Actor = { subject: null, role: 'PUBLIC' };

/**
 * One text for one actor, whatever the order of its properties and lists: two requests with the
 * same text may share what a subgraph answered.
 */
export function canonicalActor(actor: Actor): string {
  const sorted = Object.entries(actor)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}
