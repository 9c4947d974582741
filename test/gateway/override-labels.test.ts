import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byChance } from '../../gateway/engine/labels.ts';
import { overrideLabels } from '../../gateway/override-labels.ts';
import { federation, startForeign } from './support/foreign-graph.ts';
import { asking, compose } from './support/gateways.ts';
import { run, runUntilUrl } from './support/processes.ts';
import { serve } from './support/served.ts';

const BEFORE = `${federation('"@shareable"')} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! at: String by: String }`;
const AFTER = `${federation('"@override"')} type Thing @key(fields: "id") {
  id: ID! at: String @override(from: "before", label: "soon") by: String @override(from: "before", label: "percent(100)") }`;
const self = (key: unknown) => key;
const GRAPH = {
  before: {
    sdl: BEFORE,
    resolvers: {
      Query: { thing: () => ({ id: 1 }) },
      Thing: { at: () => 'before', by: () => 'before', __resolveReference: self },
    },
  },
  after: {
    sdl: AFTER,
    resolvers: { Thing: { at: () => 'after', by: () => 'after', __resolveReference: self } },
  },
};

describe('OVERRIDE_LABELS', () => {
  it.each([
    ['', []],
    ['soon=on', [['soon', 1]]],
    [
      ' soon = 25 , later=off,a/b.c:d-e_1=0.5, percent(10)=on,',
      [
        ['soon', 0.25],
        ['later', 0],
        ['a/b.c:d-e_1', 0.005],
        ['percent(10)', 1],
      ],
    ],
  ])('is read: "%s"', (text, shares) => {
    expect([...overrideLabels.parse(text)]).toEqual(shares);
  });

  it.each([
    'soon',
    'soon=',
    '=on',
    'soon=yes',
    'soon=101',
    'soon=-1',
    '1st=on',
    'a=b=on',
    'a b=on',
  ])('says what would be right for "%s"', (text) => {
    const { error } = overrideLabels.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      `"${text}" is no LABEL=on, LABEL=off or LABEL=PERCENT of 0 to 100`,
    ]);
  });

  it('takes no label twice', () => {
    const { error } = overrideLabels.safeParse('soon=on,soon=off');
    expect(error?.issues.map(({ message }) => message)).toEqual(['"soon" is there twice']);
  });
});

it.each([
  ['a share of the requests, by chance', 'soon', 0.24, 0.25, true],
  ['a share of the requests, by chance', 'soon', 0.25, 0.25, false],
  ['all', 'soon', 0.999, 1, true],
  ['none', 'soon', 0, 0, false],
  ['none where nobody said so', 'soon', 0, undefined, false],
  ['its own share', 'percent(25)', 0.24, undefined, true],
  ['not its own share where another was said', 'percent(25)', 0.24, 0, false],
])('A label is on for %s: %s', (_what, label, chance, said, isOn) => {
  const shares = new Map(said === undefined ? [] : [[label, said]]);
  expect(byChance(() => chance, shares)(label)).toBe(isOn);
});

describe('a field that moves under a label', () => {
  it.each([
    ['soon=on', { at: 'after', by: 'after' }],
    ['soon=off', { at: 'before', by: 'after' }],
    ['percent(100)=off', { at: 'before', by: 'before' }],
  ])('is asked where the operator says: %s', async (text, thing) => {
    const { ask, lines, gateway } = await startForeign(GRAPH, undefined, {
      overrideLabels: overrideLabels.parse(text),
    });
    expect((await ask('{ thing { at by } }')).data).toEqual({ thing });
    await gateway.close();
    expect(lines).toEqual([]);
  });

  it('of a label that the supergraph does not have is told to the log', async () => {
    const { lines, gateway } = await startForeign(GRAPH, undefined, {
      overrideLabels: overrideLabels.parse('sooner=on'),
    });
    await gateway.close();
    expect(lines).toEqual([
      expect.objectContaining({ labels: ['sooner'], known: ['soon', 'percent(100)'] }),
    ]);
  });
});

describe('npm run gateway with OVERRIDE_LABELS', { timeout: 60_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'override-labels-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const BOTH = ['--port', '0', '--open', '--supergraph'];
  const answering = (body: object) =>
    serve((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });

  it('asks another subgraph', async () => {
    const thing = { __typename: 'Thing', id: '1', at: 'before' };
    const before = await answering({ data: { thing } });
    const after = await answering({ data: { _entities: [{ at: 'after' }] } });
    const file = join(folder, 'moving.graphql');
    const urls = { before: before.url, after: after.url };
    writeFileSync(file, compose({ before: BEFORE, after: AFTER }, urls));
    const env = { OVERRIDE_LABELS: 'soon=on' };
    const { origin, stop } = await runUntilUrl('gateway.ts', [...BOTH, file], env);
    expect((await asking(origin)('{ thing { at } }')).data).toEqual({ thing: { at: 'after' } });
    expect(await stop()).toBe(0);
    await Promise.all([before.close(), after.close()]);
  });

  it('does not start where it cannot be read', async () => {
    const { code, stderr } = await run('gateway.ts', [...BOTH, 'any.graphql'], {
      OVERRIDE_LABELS: 'soon=perhaps',
    });
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        'OVERRIDE_LABELS: "soon=perhaps" is no LABEL=on, LABEL=off or LABEL=PERCENT of 0 to 100.',
      ),
    ]);
  });
});
