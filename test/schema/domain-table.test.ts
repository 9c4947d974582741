import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema } from './api-schema.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'domain.md'), 'utf8');

/** What stands in backticks. */
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** Rows of three cells, without the head of a table and the line below it. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| What the sources name'))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter((cells) => cells.length === 3)
  .map(([what = '', where = '', tests = '']) => ({
    what,
    coordinates: quoted(where),
    tests: quoted(tests),
  }));

function exists(coordinate: string): boolean {
  const [typeName = '', member] = coordinate.split('.');
  const type = apiSchema.getType(typeName);
  if (!type || member === undefined) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) !== undefined;
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields && Object.hasOwn(type.getFields(), member);
}

/** The words by which a test speaks of a coordinate: of an enum, any of its values too. */
function wordsOf(coordinate: string): readonly string[] {
  const [typeName = '', member] = coordinate.split('.');
  if (member !== undefined) return [member];
  const type = apiSchema.getType(typeName);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [typeName];
}

describe.each(rows)('docs/domain.md: $what', ({ coordinates, tests }) => {
  it('names what the graph has', () => {
    expect(coordinates).not.toEqual([]);
    expect(coordinates.filter((coordinate) => !exists(coordinate))).toEqual([]);
  });

  it('names tests that are there, and each of which speaks of it', () => {
    expect(tests).not.toEqual([]);
    expect(tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    const words = coordinates.flatMap(wordsOf);
    // Rules are tested without GraphQL: their files are named after them.
    const speaking = tests.filter((file) => !file.startsWith('test/domain/'));
    const silent = speaking.filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return !words.some((word) => new RegExp(`\\b${word}\\b`).test(text));
    });
    expect(silent).toEqual([]);
  });
});

it('docs/domain.md gives a reason for what it leaves out', () => {
  const [, leftOut = ''] = page.split('## Left out, and why');
  const reasons = leftOut.split('\n').filter((line) => line.startsWith('| '));
  expect(reasons.length).toBeGreaterThan(5);
  for (const line of reasons) expect(line.split(' | ')).toHaveLength(2);
});

it('docs/domain.md has every mutation', () => {
  const named = new Set(rows.flatMap(({ coordinates }) => coordinates));
  const mutations = Object.keys(apiSchema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter((name) => !named.has(`Mutation.${name}`))).toEqual([]);
});
