import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { look, ROOT } from './kept.mjs';

const THREAD = /new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g;
const GENERATED = /^(.+)[\\/]generated[\\/]/;

/** On the first line, so that the other lines keep their numbers. */
function placeOf(path) {
  const place = {
    importMetaUrl: pathToFileURL(path).href,
    importMetaDirname: dirname(path),
    importMetaFilename: path,
  };
  return Object.entries(place)
    .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`)
    .join('');
}

const threadsIn = (path, content) =>
  [...content.matchAll(THREAD)].map(([, file]) =>
    fileURLToPath(new URL(file, pathToFileURL(path))),
  );

/** What decides a build beside the sources that it reads: how it is made, and what clients are generated from. */
function causesOf(paths) {
  const own = readdirSync(import.meta.dirname).map((name) => join(import.meta.dirname, name));
  const owners = new Set(paths.flatMap((path) => GENERATED.exec(path)?.[1] ?? []));
  const schemas = [...owners].flatMap((owner) => [
    join(owner, 'prisma', 'schema.prisma'),
    join(owner, 'prisma.config.ts'),
  ]);
  const generators = ['prisma', '@pothos/plugin-prisma'].map((name) =>
    join(ROOT, 'node_modules', name, 'package.json'),
  );
  return [...own, ...schemas, ...(owners.size > 0 ? generators : [])].filter(existsSync);
}

/** Reads the sources of one build, and remembers what they said. */
export function createSources() {
  const looks = new Map();
  const threads = new Set();
  const load = ({ path }) => {
    const { content, seen } = look(path);
    looks.set(path, seen);
    for (const thread of threadsIn(path, content)) threads.add(thread);
    const contents = content.includes('import.meta.') ? placeOf(path) + content : content;
    return { contents, loader: path.endsWith('.json') ? 'json' : 'ts' };
  };
  return {
    plugin: {
      name: 'sources',
      setup: ({ onLoad }) => onLoad({ filter: /\.(ts|json)$/, namespace: 'file' }, load),
    },
    /** In an order of its own: files are read in any. */
    read() {
      for (const path of causesOf([...looks.keys()]))
        if (!looks.has(path)) looks.set(path, look(path).seen);
      const seen = [...looks.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
      return { seen, threads: [...threads].sort() };
    },
  };
}
