import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NAMES, type Name } from './subgraph-roots.ts';
import { sdlOf } from './subgraph-schema.ts';
import { composeAt } from './supergraph.ts';

/** The graph as the gateways read it. */
export type GraphFiles = {
  readonly supergraph: string;
  /** Grafbase composes by itself, from the subgraphs that this lists. */
  readonly grafbase: string;
};

export function writeGraph(folder: string, urls: Readonly<Record<Name, string>>): GraphFiles {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string) => {
    const file = resolve(join(folder, name));
    writeFileSync(file, text);
    return file;
  };
  const listed = NAMES.map((name) => {
    const file = write(`${name}.graphql`, sdlOf(name));
    return `[subgraphs.${name}]\nurl = "${urls[name]}"\nschema_path = "${file}"\n`;
  });
  return {
    supergraph: write('supergraph.graphql', composeAt(urls)),
    grafbase: write('grafbase.toml', listed.join('\n')),
  };
}
