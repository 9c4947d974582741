import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateClients } from '../../scripts/generate.ts';

const SLOW = 60_000;
/** Inside the checkout, where a configuration finds Prisma. */
const CACHE = join(import.meta.dirname, '..', '..', '.cache');

const SCHEMA = `
generator client {
  provider            = "prisma-client"
  output              = "../generated/client"
  importFileExtension = "ts"
  moduleFormat        = "esm"
}
generator pothos {
  provider          = "prisma-pothos-types"
  clientOutput      = "./client/client.ts"
  output            = "../generated/pothos.ts"
  generateDatamodel = true
}
datasource db {
  provider = "postgresql"
}
model Seat {
  id Int @id
}
`;
const CONFIG = `import { defineConfig } from 'prisma/config';
export default defineConfig({ schema: 'prisma/schema.prisma' });
`;

let subgraphsDir: string;
let schema: string;
const generated = (file: string) => existsSync(join(subgraphsDir, 'seats', 'generated', file));

beforeEach(() => {
  mkdirSync(CACHE, { recursive: true });
  subgraphsDir = mkdtempSync(join(CACHE, 'generate-test-'));
  mkdirSync(join(subgraphsDir, 'seats', 'prisma'), { recursive: true });
  schema = join(subgraphsDir, 'seats', 'prisma', 'schema.prisma');
  writeFileSync(schema, SCHEMA);
  writeFileSync(join(subgraphsDir, 'seats', 'prisma.config.ts'), CONFIG);
});

afterEach(() => {
  rmSync(subgraphsDir, { recursive: true, force: true });
});

it('generates a client and its Pothos types offline, again only when the schema has changed', {
  timeout: SLOW,
}, async () => {
  expect(await generateClients({ subgraphsDir })).toEqual(['seats']);
  expect(['client/client.ts', 'pothos.ts'].filter(generated)).toHaveLength(2);
  expect(await generateClients({ subgraphsDir })).toEqual([]);
  appendFileSync(schema, 'model Row {\n  id Int @id\n}\n');
  expect(await generateClients({ subgraphsDir })).toEqual(['seats']);
});

it('says what is wrong with a schema, and tries again next time', { timeout: SLOW }, async () => {
  writeFileSync(schema, SCHEMA.replace('Int @id', 'Whole @id'));
  const failure = /client of "seats" fails:.*Type "Whole" is neither a built-in type/s;
  await expect(generateClients({ subgraphsDir })).rejects.toThrow(failure);
  await expect(generateClients({ subgraphsDir })).rejects.toThrow(failure);
});
