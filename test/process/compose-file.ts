import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '..', '..');

const condition = z.enum(['service_healthy', 'service_completed_successfully']);
const service = z.object({
  build: z.string().optional(),
  image: z.string(),
  user: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition })).default({}),
  healthcheck: z.union([
    z.object({ test: z.array(z.string()).min(2) }),
    z.object({ disable: z.literal(true) }),
  ]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
});
const file = z.object({ services: z.record(z.string(), service) });

export type Service = z.infer<typeof service>;

/** `${NAME:-default}` as Compose reads it where NAME is not set. */
const interpolate = (text: string) => text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');

/** docker-compose.yml, as Compose reads it with an empty environment. */
export function readComposeFile(): ReadonlyMap<string, Service> {
  const text = interpolate(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'));
  return new Map(Object.entries(file.parse(parse(text, { merge: true })).services));
}

/** The services in an order in which each one's dependencies come first. */
export function inStartOrder(services: ReadonlyMap<string, Service>): readonly string[] {
  const ordered = new Set<string>();
  const place = (name: string) => {
    const found = services.get(name);
    if (!found) throw new Error(`docker-compose.yml has no service "${name}".`);
    for (const dependency of Object.keys(found.depends_on)) place(dependency);
    ordered.add(name);
  };
  for (const name of services.keys()) place(name);
  return [...ordered];
}
