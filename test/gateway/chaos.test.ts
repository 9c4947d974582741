import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARD_LIMITS } from '../../gateway/transport/guard.ts';
import { ERROR_CODES } from '../../platform/errors.ts';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { type StartedProxy, startProxy, type Weather } from './support/proxy.ts';
import { serve } from './support/served.ts';

/** For subgraphs that hang; those that answer take a hundredth of it. */
const TIMEOUT_MS = 1_000;
const NAMES = ['schools-and-network', 'students-and-mycap', 'placements'] as const;
type Name = (typeof NAMES)[number];

/** What each subgraph has: one field, that may be null. */
const FIELDS = { 'schools-and-network': 'school', 'students-and-mycap': 'me', placements: 'hours' };
const ALL = `{ ${NAMES.map((name) => FIELDS[name]).join(' ')} }`;
const WHOLE = { school: 'school', me: 'me', hours: 'hours' };
const INSIDE = /127\.0\.0\.1|localhost|ECONN|UND_ERR|socket|proxy|at \w+ \(/;
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';

type Code = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_BAD_RESPONSE';
const BAD: readonly (readonly [Weather, readonly Code[]])[] = [
  ['down', ['SUBGRAPH_UNAVAILABLE']],
  ['resets', ['SUBGRAPH_UNAVAILABLE']],
  ['cuts the answer', ['SUBGRAPH_UNAVAILABLE']],
  ['hangs before the answer', ['SUBGRAPH_TIMEOUT']],
  ['hangs in the answer', ['SUBGRAPH_TIMEOUT']],
  ['garbage', ['SUBGRAPH_BAD_RESPONSE']],
  ['a hundred megabytes', ['SUBGRAPH_BAD_RESPONSE', 'SUBGRAPH_TIMEOUT']],
];

/** A subgraph that always answers its one field, behind a proxy. */
async function startOne(name: Name) {
  const field = FIELDS[name];
  const subgraph = await serve((_request, response) => {
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ data: { [field]: field } }));
  });
  return { name, subgraph, proxy: await startProxy(new URL(subgraph.url)) };
}

let subgraphs: Awaited<ReturnType<typeof startOne>>[];
let running: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  subgraphs = await Promise.all(NAMES.map(startOne));
  const sdls = NAMES.map((name) => [name, `${LINK} type Query { ${FIELDS[name]}: String }`]);
  running = await startGateway({
    supergraph: { sdl: compose(Object.fromEntries(sdls)) },
    transport: httpTransport(
      new Map(subgraphs.map(({ name, proxy }) => [name, proxy.url])),
      TIMEOUT_MS,
    ),
  });
});
afterAll(async () => {
  await running.gateway.close();
  await Promise.all(subgraphs.map(({ proxy }) => proxy.close()));
  await Promise.all(subgraphs.map(({ subgraph }) => subgraph.close()));
});

function proxyOf(name: Name): StartedProxy {
  const found = subgraphs.find((one) => one.name === name);
  if (!found) throw new Error(`There is no subgraph "${name}".`);
  return found.proxy;
}

/** Asks until the answer is whole again: a broken subgraph is left alone for a moment first. */
async function recovered() {
  for (;;) {
    const { data, errors } = await running.ask(ALL);
    if (!errors) return data;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe.each(NAMES)('%s', (name) => {
  it.each(BAD)(
    'that is %s costs its own field, with one error that shows nothing of the inside, and then is there again',
    async (weather, codes) => {
      expect(await recovered()).toEqual(WHOLE);
      await proxyOf(name).turn(weather);
      const { status, data, errors, text } = await running.ask(ALL);
      expect(status).toBe(200);
      expect(data).toEqual({ ...WHOLE, [FIELDS[name]]: null });
      expect(errors).toHaveLength(1);
      const code = errors?.[0]?.extensions.code as Code;
      expect(codes).toContain(code);
      expect(errors?.[0]).toMatchObject({
        message: ERROR_CODES[code],
        extensions: { subgraph: name },
      });
      expect(text).not.toMatch(INSIDE);
      await proxyOf(name).turn('fair');
      expect(await recovered()).toEqual(WHOLE);
    },
  );

  it.each(['slow', 'flapping'] as const)('that is %s costs nothing', async (weather) => {
    expect(await recovered()).toEqual(WHOLE);
    await proxyOf(name).turn(weather);
    const { data, errors } = await running.ask(ALL);
    expect({ data, errors }).toEqual({ data: WHOLE, errors: undefined });
    await proxyOf(name).turn('fair');
  });
});

it('subgraphs that are all down are each named, and nothing else', async () => {
  await Promise.all(subgraphs.map(({ proxy }) => proxy.turn('down')));
  const { data, errors, text } = await running.ask(ALL);
  expect(data).toEqual({ school: null, me: null, hours: null });
  expect(errors?.map(({ extensions }) => extensions.subgraph).sort()).toEqual([...NAMES].sort());
  expect(text).not.toMatch(INSIDE);
  await Promise.all(subgraphs.map(({ proxy }) => proxy.turn('fair')));
  expect(await recovered()).toEqual(WHOLE);
});

describe('a subgraph that fails again and again', () => {
  it('is left alone after a while, and asked again when it has rested', async () => {
    const proxy = proxyOf('placements');
    await proxy.turn('garbage');
    const ASKED = 60;
    for (let times = 0; times < ASKED; times += 1) await running.ask(ALL);
    expect(proxy.connections()).toBeLessThan(ASKED);
    await proxy.turn('fair');
    expect(await recovered()).toEqual(WHOLE);
  });

  it('says in the log why, and that it is left alone', () => {
    const why = running.lines.map((line) => line.why);
    expect(why).toContain('It failed too often and is left alone for a moment.');
    expect(GUARD_LIMITS.restMs).toBeLessThan(10_000);
  });
});
