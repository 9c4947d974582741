import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConstDirectiveNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { SUBGRAPHS } from '../../platform/subgraph.ts';

const SCHEMA = join(import.meta.dirname, '..', '..', 'schema');

/** An entity in one subgraph that gives more of it than its key. */
type Part = {
  readonly name: string;
  readonly subgraph: string;
  readonly key: string;
  readonly fields: readonly string[];
};

/** Every entity's parts: its owner's first. */
function readEntities(): ReadonlyMap<string, readonly Part[]> {
  const entities = new Map<string, Part[]>();
  for (const subgraph of SUBGRAPHS) {
    const { definitions } = parse(readFileSync(join(SCHEMA, `${subgraph}.graphql`), 'utf8'));
    for (const type of definitions) {
      const part = type.kind === Kind.OBJECT_TYPE_DEFINITION ? partOf(subgraph, type) : null;
      if (part) entities.set(part.name, [...(entities.get(part.name) ?? []), part]);
    }
  }
  return entities;
}

function partOf(
  subgraph: string,
  { name, fields = [], directives = [] }: ObjectTypeDefinitionNode,
): Part | null {
  const directive = directives.find((one) => one.name.value === 'key');
  if (!directive) return null;
  const key = keyOf(directive);
  const given = fields
    .filter((one) => !one.directives?.some(isExternal))
    .map((one) => one.name.value)
    .filter((field) => field !== key);
  return given.length > 0 ? { name: name.value, subgraph, key, fields: given } : null;
}

const isExternal = ({ name }: ConstDirectiveNode) => name.value === 'external';

function keyOf({ arguments: args = [] }: ConstDirectiveNode): string {
  const fields = args.find(({ name }) => name.value === 'fields')?.value;
  return fields?.kind === Kind.STRING ? fields.value : '';
}

const extension = ({ subgraph, fields }: Part) =>
  `${subgraph} (${fields.map((field) => `\`${field}\``).join(', ')})`;

it('schema/README.md says who owns each entity, by which key, and who extends it by what', () => {
  const text = readFileSync(join(SCHEMA, 'README.md'), 'utf8');
  const rows = text.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| `(\w+)` \| ([a-z-]+) \|(.*)\|$/gm);
  const said = [...rows].flatMap(([, names = '', key, owner, extended = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => [name, [key, owner, extended.trim()]]),
  );
  const found = [...readEntities()].map(([name, all]) => {
    const [owner, ...others] = all;
    const extended = others.map(extension).join(', ');
    return [name, [owner?.key, owner?.subgraph, extended]];
  });
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(found));
});
