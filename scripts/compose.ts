import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { weakenings } from './compose/check-classes.ts';
import { composeSupergraph } from './compose/compose-supergraph.ts';
import { printSdls } from './graph/sdl.ts';

const HELP = `Writes schema/<subgraph>.graphql from the code of all four, and composes them into schema/supergraph.graphql.

  npm run compose                                writes all five
  npm run compose -- --check                     fails where a file is not what would be written
  npm run compose -- --allow-weaker Type.field   lets one field's class of data protect it less (repeatable)

Every field needs a class of data: @classified(as:) on it or on its type.
`;

const SCHEMA = join(import.meta.dirname, '..', 'schema');
const SUPERGRAPH = join(SCHEMA, 'supergraph.graphql');

const readOr = (file: string, otherwise: string) =>
  existsSync(file) ? readFileSync(file, 'utf8') : otherwise;

const inLines = (title: string, lines: readonly string[]) =>
  [title, ...lines.map((line) => `  ${line}`), ''].join('\n');

/** Writes the file, or with `check` throws where it would change. */
function settle(check: boolean, name: string, text: string): void {
  const file = join(SCHEMA, `${name}.graphql`);
  if (check && readOr(file, '') !== text)
    throw new Error(`schema/${name}.graphql is stale. Run "npm run compose" and commit it.\n`);
  if (!check) writeFileSync(file, text);
}

/** Says what happened; throws, with every reason, where there is no good supergraph. */
async function compose(check: boolean, allowed: readonly string[]): Promise<string> {
  const sdls = await printSdls();
  const composition = composeSupergraph(sdls);
  if (composition.status === 'refused')
    throw new Error(inLines('The subgraphs do not compose:', composition.problems));
  const { sdl, hints } = composition;
  const previous = readOr(SUPERGRAPH, '');
  const weaker = previous ? weakenings(previous, sdl, allowed) : [];
  if (weaker.length > 0) throw new Error(inLines('A class of data would get weaker:', weaker));
  for (const [name, text] of sdls) settle(check, name, text);
  settle(check, 'supergraph', sdl);
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
  process.stdout.write(values.help ? HELP : await compose(values.check, values['allow-weaker']));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
