import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as esbuild, stop } from 'esbuild';
import { hashOf, homeOf, keep, ROOT } from './kept.mjs';
import { createSources } from './sources.mjs';

/** What `import.meta` says is where the source is, not what was built of it. */
const HERE = {
  'import.meta.url': 'importMetaUrl',
  'import.meta.dirname': 'importMetaDirname',
  'import.meta.filename': 'importMetaFilename',
  'import.meta.runner': JSON.stringify(pathToFileURL(join(ROOT, 'scripts', 'run.mjs')).href),
};

const optionsOf = (source, outdir, plugin) => ({
  absWorkingDir: ROOT,
  entryPoints: [source],
  outdir,
  outbase: join(source, '..'),
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  sourcesContent: false,
  define: HERE,
  tsconfigRaw: { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true } },
  logLevel: 'silent',
  plugins: [plugin],
});

/** A process may load a part of an older build late: it stays for a week. */
const WEEK_MS = 7 * 24 * 3600 * 1000;

function dropOld(home) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - WEEK_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** Two processes may build the same at the same time: whoever comes second finds it there. */
function moveInto(from, folder) {
  try {
    renameSync(from, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

/** Each build has a folder of its own, named by its sources: nobody who runs an older one sees it change. */
export async function build(source) {
  const home = homeOf(source);
  mkdirSync(home, { recursive: true });
  dropOld(home);
  const making = join(home, `making-${randomUUID()}`);
  const sources = createSources();
  try {
    await esbuild(optionsOf(source, making, sources.plugin));
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  } finally {
    await stop();
  }
  const { seen, threads } = sources.read();
  const folder = join(home, hashOf(seen.map(({ path, hash }) => `${path} ${hash}`).join('\n')));
  moveInto(making, folder);
  const program = resolve(folder, basename(source).replace(/\.ts$/, '.js'));
  keep(source, { program, threads, seen });
  return { program, threads };
}
