import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GraphiqlOptions } from './graphiql/options.ts';

/** What this graph is for: GraphiQL opens with it. */
const HEADLINE = 'my-journey';

/** The `*.graphql` of a folder, each with the variables of a `.json` beside it, headline first. */
export function readSampleOperations(folder: string): GraphiqlOptions['operations'] {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.graphql'))
        .map((file) => basename(file, '.graphql'))
        .sort()
    : [];
  const headlineFirst = [
    ...names.filter((name) => name === HEADLINE),
    ...names.filter((name) => name !== HEADLINE),
  ];
  return headlineFirst.map((name) => {
    const variables = join(folder, `${name}.json`);
    return {
      name,
      document: readFileSync(join(folder, `${name}.graphql`), 'utf8'),
      ...(existsSync(variables) && { variables: readFileSync(variables, 'utf8') }),
    };
  });
}
