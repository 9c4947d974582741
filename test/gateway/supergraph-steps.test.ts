import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { partsOf, readApolloSupergraph } from '../../gateway/planning/apollo-supergraph.ts';
import { piecesOf } from '../../gateway/planning/pieces.ts';
import { assembleInSteps, assembleSupergraph } from '../../gateway/supergraph.ts';

const OURS = readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');

it('A schema is cut between its definitions, and loses none', () => {
  const pieces = piecesOf(`${OURS}\n# That was all.\n`);
  const read = pieces.flatMap((one) => parse(one, { noLocation: true }).definitions);
  expect(pieces.length).toBeGreaterThan(5);
  expect(read).toEqual(parse(OURS, { noLocation: true }).definitions);
});

it('A supergraph is the same whether it is read at once or in steps, and others run between them', async () => {
  const parts = partsOf(OURS, readApolloSupergraph(OURS));
  let turns = 0;
  const count = () => {
    turns += 1;
    running = setImmediate(count);
  };
  let running = setImmediate(count);
  const inSteps = await assembleInSteps(OURS, parts);
  clearImmediate(running);
  const atOnce = assembleSupergraph(OURS, parts);
  expect(turns).toBeGreaterThanOrEqual(parts.sdl.length + parts.apiSdl.length);
  expect(printSchema(inSteps.apiSchema)).toBe(printSchema(atOnce.apiSchema));
  expect(printSchema(inSteps.schema)).toBe(printSchema(atOnce.schema));
  expect([inSteps.urls, inSteps.sdl]).toEqual([atOnce.urls, atOnce.sdl]);
});
