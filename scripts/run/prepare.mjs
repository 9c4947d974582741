import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findKept, ROOT } from './kept.mjs';

const GENERATE = join(ROOT, 'scripts', 'generate.ts');

/** What a build holds has to be there before: the Prisma clients of today's schemas. */
async function generateClients() {
  const { program } = await prepare(GENERATE);
  const { generateClients } = await import(pathToFileURL(program).href);
  await generateClients();
}

/** Where the JavaScript of a program is, and its threads: built now, unless it is there and up to date. */
export async function prepare(source) {
  const kept = findKept(source);
  if (kept) return kept;
  if (source !== GENERATE) await generateClients();
  const { build } = await import('./build.mjs');
  return await build(source);
}
