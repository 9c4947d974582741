import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARD_LIMITS } from '../../gateway/transport/guard.ts';
import { ERROR_CODES } from '../../platform/errors.ts';
import { httpTransport, servedFixtures, startGateway } from './support/gateways.ts';
import { startProxy, type Weather } from './support/proxy.ts';

const TIMEOUT_MS = 500;
const JOURNEY = '{ whoAmI { role } student(id: "s") { name placements { hours } } }';
const INSIDE = /127\.0\.0\.1|localhost|ECONN|UND_ERR|socket|proxy|at \w+ \(/;

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

let fixtures: Awaited<ReturnType<typeof servedFixtures>>;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let running: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  fixtures = await servedFixtures();
  const url = fixtures.urls.get('placements');
  if (!url) throw new Error('There is no such fixture.');
  proxy = await startProxy(new URL(url));
  const urls = new Map([...fixtures.urls, ['placements', proxy.url]]);
  running = await startGateway({ transport: httpTransport(urls, TIMEOUT_MS) });
});
afterAll(async () => {
  await running.gateway.close();
  await proxy.close();
  await fixtures.close();
});

const WHOLE = {
  whoAmI: { role: 'PUBLIC' },
  student: { name: 'Student s', placements: [{ hours: 100 }, { hours: 100 }] },
};

/** Asks until the answer is whole again: a broken subgraph is left alone for a moment first. */
async function recovered() {
  for (;;) {
    const { data, errors } = await running.ask(JOURNEY);
    if (!errors) return data;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe.each(BAD)('a subgraph that is %s', (weather, codes) => {
  it('costs its own fields, with one error that shows nothing of the inside, and then is whole again', async () => {
    expect(await recovered()).toEqual(WHOLE);
    await proxy.turn(weather);
    const { data, errors, text } = await running.ask(JOURNEY);
    // `placements` may not be null: what is null is the student above it.
    expect(data).toEqual({ whoAmI: WHOLE.whoAmI, student: null });
    expect(errors).toHaveLength(1);
    const code = errors?.[0]?.extensions.code as Code;
    expect(codes).toContain(code);
    expect(errors?.[0]).toMatchObject({
      message: ERROR_CODES[code],
      extensions: { subgraph: 'placements' },
    });
    expect(text).not.toMatch(INSIDE);
    await proxy.turn('fair');
    expect(await recovered()).toEqual(WHOLE);
  });
});

describe('a subgraph that fails again and again', () => {
  it('is left alone after a while, and asked again when it has rested', async () => {
    await proxy.turn('garbage');
    const before = proxy.connections();
    const ASKED = 60;
    for (let times = 0; times < ASKED; times += 1) await running.ask(JOURNEY);
    expect(proxy.connections() - before).toBeLessThan(ASKED);
    await proxy.turn('fair');
    expect(await recovered()).toEqual(WHOLE);
  });

  it('says in the log why, and that it is left alone', () => {
    const why = running.lines.map((line) => line.why);
    expect(why).toContain('It failed too often and is left alone for a moment.');
    expect(GUARD_LIMITS.restMs).toBeLessThan(10_000);
  });
});
