import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { apiSchema, readSchema, SCHEMA } from './api-schema.ts';

const samples = readdirSync(join(SCHEMA, 'operations'));
const files = samples.filter((file) => file.endsWith('.graphql'));
const variables = samples.filter((file) => !files.includes(file));
const kebab = (name: string) =>
  name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

describe.each(files)('schema/operations/%s', (file) => {
  const text = readSchema(join('operations', file));
  const document = parse(text);

  it('fits the schema', () => {
    expect(validate(apiSchema, document)).toEqual([]);
  });

  it('is one operation, of the name that the file has, and says for whom it is', () => {
    const names = document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? `${kebab(node.name?.value ?? '')}.graphql`
        : node.kind,
    );
    expect(names).toEqual([file]);
    expect(text).toMatch(/^# \S/);
  });
});

it.each(variables)('schema/operations/%s holds variables of the operation beside it', (file) => {
  const document = parse(readSchema(join('operations', file.replace(/json$/, 'graphql'))));
  const names = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  expect(Object.keys(JSON.parse(readSchema(join('operations', file))))).toEqual(names);
});

it('the headline and the map are among them', () => {
  expect(files).toEqual(expect.arrayContaining(['my-journey.graphql', 'whos-on-the-map.graphql']));
});
