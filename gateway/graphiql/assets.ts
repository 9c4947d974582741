import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

type Asset = {
  readonly type: string;
  readonly body: Buffer;
  /** Compressed when first asked for, once. */
  readonly zipped: () => Promise<Buffer>;
};

export type AssetSet = {
  /** Hash of every file's content, and part of every URL: an asset never changes under its URL. */
  readonly version: string;
  readonly byPath: ReadonlyMap<string, Asset>;
};

const require = createRequire(import.meta.url);
const own = (file: string) => fileURLToPath(new URL(`browser/${file}`, import.meta.url));
const packaged = (name: string, file: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/**
 * All that the page may load, as the packages ship it: there is no build. GraphiQL 4 and React 18 are the
 * last majors with a prebuilt browser file; GraphiQL 5 needs a bundler and 100 MB of editor.
 */
const FILES = [
  { name: 'react.js', type: SCRIPT, file: packaged('react', 'umd/react.production.min.js') },
  {
    name: 'react-dom.js',
    type: SCRIPT,
    file: packaged('react-dom', 'umd/react-dom.production.min.js'),
  },
  { name: 'graphiql.js', type: SCRIPT, file: packaged('graphiql', 'graphiql.min.js') },
  { name: 'graphiql.css', type: STYLE, file: packaged('graphiql', 'graphiql.min.css') },
  { name: 'page.js', type: SCRIPT, file: own('page.js') },
  { name: 'session.js', type: SCRIPT, file: own('session.js') },
  { name: 'page.css', type: STYLE, file: own('page.css') },
] as const;

export function loadAssets(): AssetSet {
  const loaded = FILES.map(({ name, type, file }) => ({ name, type, body: readFileSync(file) }));
  const hash = createHash('sha256');
  for (const { name, body } of loaded) hash.update(name).update(body);
  const version = hash.digest('hex').slice(0, 12);
  return {
    version,
    byPath: new Map(
      loaded.map(({ name, type, body }) => [
        `${version}/${name}`,
        { type, body, zipped: once(() => promisify(gzip)(body)) },
      ]),
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
