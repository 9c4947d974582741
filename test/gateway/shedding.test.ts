import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { REQUESTS_AT_A_TIME } from '../../gateway/limits.ts';
import { ERROR_CODES } from '../../platform/errors.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { type Answer, compose, startGateway } from './support/gateways.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { greeting: String }`;
const TOO_MANY = 5;

let release: () => void;
let running: Awaited<ReturnType<typeof startGateway>>;

beforeEach(async () => {
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const execute = async () => {
    await released;
    return { data: { greeting: 'hello' } };
  };
  running = await startGateway({
    supergraph: { sdl: compose({ placements: SDL }) },
    transport: {
      kind: 'local',
      subgraphs: new Map([['placements', { execute }]]),
      timeoutMs: PATIENCE_MS,
    },
    answerMs: PATIENCE_MS,
  });
});
afterEach(() => running.gateway.close());

it('requests beyond what is executed at a time are told when to come back, and the others are answered', async () => {
  const shed: Answer[] = [];
  const asked = Array.from({ length: REQUESTS_AT_A_TIME + TOO_MANY }, async () => {
    const answer = await running.ask('{ greeting }');
    if (answer.status === 503) shed.push(answer);
    return answer;
  });
  await vi.waitUntil(() => shed.length === TOO_MANY, PATIENCE_MS);
  for (const { headers, data, errors } of shed) {
    expect(headers.get('retry-after')).toBe('1');
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: ERROR_CODES.OVERLOADED, extensions: { code: 'OVERLOADED' } },
    ]);
  }
  release();
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(REQUESTS_AT_A_TIME);
  expect((await running.ask('{ greeting }')).data).toEqual({ greeting: 'hello' });
});
