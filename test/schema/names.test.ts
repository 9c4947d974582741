import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snakeCase } from '../../platform/read/model.ts';
import { SUBGRAPHS } from '../../platform/subgraph.ts';

const MODEL = /^model (\w+) \{\n([\s\S]*?)^\}/gm;
const COLUMN = /^ {2}(\w+) +(\w+)/;

type Named = { readonly prisma: string; readonly database: string };

/** The tables and columns of a Prisma schema: what each is called there, and in the database. */
function namesIn(schema: string): Named[] {
  const models = [...schema.matchAll(MODEL)].map(([, name = '', body = '']) => ({ name, body }));
  const isModel = (type: string) => models.some(({ name }) => name === type);
  return models.flatMap(({ name, body }) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    const columns = body.split('\n').flatMap((line): Named[] => {
      const [, field = '', type = ''] = COLUMN.exec(line) ?? [];
      if (!field || isModel(type)) return [];
      return [{ prisma: field, database: /[^@]@map\("(\w+)"\)/.exec(line)?.[1] ?? field }];
    });
    return [{ prisma: name, database: table }, ...columns];
  });
}

describe.each(SUBGRAPHS)('the database of %s', (subgraph) => {
  const file = join(import.meta.dirname, '../../subgraphs', subgraph, 'prisma/schema.prisma');
  const names = namesIn(readFileSync(file, 'utf8'));

  it('calls every table and column by its Prisma name in snake case, as the compiled reads do', () => {
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter(({ prisma, database }) => database !== snakeCase(prisma))).toEqual([]);
  });
});
