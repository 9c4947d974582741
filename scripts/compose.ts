import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SUBGRAPHS } from '../platform/subgraph.ts';
import { weakenings } from './compose/check-classes.ts';
import { composeSupergraph } from './compose/compose-supergraph.ts';

const HELP = `Composes schema/<subgraph>.graphql, of all four, into schema/supergraph.graphql.

  npm run compose                                writes it
  npm run compose -- --check                     fails where the file is not what would be written
  npm run compose -- --allow-weaker Type.field   lets one field's class of data protect it less (repeatable)

Every field needs a class of data: @classified(as:) on it or on its type.
`;

const SCHEMA = join(import.meta.dirname, '..', 'schema');
const SUPERGRAPH = join(SCHEMA, 'supergraph.graphql');

const readOr = (file: string, otherwise: string) =>
  existsSync(file) ? readFileSync(file, 'utf8') : otherwise;

const inLines = (title: string, lines: readonly string[]) =>
  [title, ...lines.map((line) => `  ${line}`), ''].join('\n');

/** Says what happened; throws, with every reason, where there is no good supergraph. */
function compose(check: boolean, allowed: readonly string[]): string {
  const sdls = new Map(
    SUBGRAPHS.map((name) => [name, readFileSync(join(SCHEMA, `${name}.graphql`), 'utf8')]),
  );
  const composition = composeSupergraph(sdls);
  if (composition.status === 'refused')
    throw new Error(inLines('The subgraphs do not compose:', composition.problems));
  const { sdl, hints } = composition;
  const previous = readOr(SUPERGRAPH, '');
  const weaker = previous ? weakenings(previous, sdl, allowed) : [];
  if (weaker.length > 0) throw new Error(inLines('A class of data would get weaker:', weaker));
  if (check && sdl !== previous)
    throw new Error('schema/supergraph.graphql is stale. Run "npm run compose" and commit it.\n');
  if (!check) writeFileSync(SUPERGRAPH, sdl);
  const said = hints.length > 0 ? inLines('Hints:', hints) : '';
  return `${said}schema/supergraph.graphql is ${check ? 'fresh' : 'composed'}.\n`;
}

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    'allow-weaker': { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h' },
  },
});
try {
  process.stdout.write(values.help ? HELP : compose(values.check, values['allow-weaker']));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
