import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphql, printType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../subgraphs/placements/schema.ts';
import { SCHEMA } from './api-schema.ts';

it('a subgraph answers _service with the SDL that was composed', async () => {
  const { data } = await graphql({ schema, source: '{ _service { sdl } }' });
  const composed = readFileSync(join(SCHEMA, 'placements.graphql'), 'utf8');
  expect(data).toEqual({ _service: { sdl: composed.trim() } });
});

it('a subgraph has entities by their keys, those alone that have one to be found by', () => {
  const entity = schema.getType('_Entity');
  expect(entity && printType(entity)).toBe(
    'union _Entity = Opportunity | Placement | School | Site | Student | WblPlan | WorkforceBoard',
  );
});
