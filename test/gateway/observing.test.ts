import { expect, it } from 'vitest';
import { observing } from '../../gateway/observe/from-environment.ts';
import { collectingLog } from './support/gateways.ts';

const NO_COLLECTOR = { OTEL_SERVICE_NAME: 'gateway', OTEL_TRACES_SAMPLER_ARG: 1 };

it.each([
  ['on', true],
  ['off', false],
] as const)(
  'with REQUEST_LOG=%s, that requests are logged is %s',
  async (REQUEST_LOG, isLogged) => {
    const { requestLog, tracing } = await observing(
      { ...NO_COLLECTOR, REQUEST_LOG },
      collectingLog().log,
    );
    requestLog?.stop();
    expect({ isLogged: requestLog !== null, tracing }).toEqual({ isLogged, tracing: null });
  },
);

it('requests are logged unasked where nobody reads a terminal', async () => {
  const { requestLog } = await observing(NO_COLLECTOR, collectingLog().log);
  requestLog?.stop();
  expect(requestLog !== null).toBe(!process.stdout.isTTY);
});
