import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDevIssuer } from '../../gateway/dev-issuer/dev-issuer.ts';
import { keptKey, newKey } from '../../gateway/dev-issuer/key.ts';
import { DEMO_STUDENT, PERSONAS } from '../../gateway/dev-issuer/personas.ts';
import { createIdentity } from '../../gateway/identity.ts';
import { localTransport, startGateway } from './support/gateways.ts';

const EIGHT_HOURS_MS = 8 * 60 * 60 * 1000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'issuer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const startWith = async (key: Awaited<ReturnType<typeof newKey>>) => {
  const devIssuer = await createDevIssuer(key);
  const identity = createIdentity([devIssuer.issuer], Date.now);
  return await startGateway({ transport: localTransport(), identity, devIssuer });
};

const askToken = (origin: string, body: unknown) =>
  fetch(`${origin}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function tokenOf(origin: string, persona: string): Promise<string> {
  const { token } = (await (await askToken(origin, { persona })).json()) as { token: string };
  return token;
}

describe('the development issuer', () => {
  it.each(Object.entries(PERSONAS))('hands out a token that is %s', async (persona, actor) => {
    const issuer = await createDevIssuer(await newKey());
    const identity = createIdentity([issuer.issuer], Date.now);
    const token = await issuer.issue(persona, Date.now());
    expect(await identity(`Bearer ${token}`)).toEqual(actor);
  });

  it('hands out tokens for eight hours', async () => {
    const issuer = await createDevIssuer(await newKey());
    const issued = Date.now();
    const token = await issuer.issue('student', issued);
    const at = (now: number) => createIdentity([issuer.issuer], () => now)(`Bearer ${token}`);
    expect((await at(issued + EIGHT_HOURS_MS)).students).toEqual([DEMO_STUDENT]);
    await expect(at(issued + EIGHT_HOURS_MS + 31_000)).rejects.toThrow('expired');
  });

  it('says which personas there are where it is asked for another', async () => {
    const { origin, gateway } = await startWith(await newKey());
    for (const body of [{ persona: 'toString' }, {}, null, 'student']) {
      const response = await askToken(origin, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ personas: Object.keys(PERSONAS) });
    }
    await gateway.close();
  });

  it('keeps its key, for the owner alone, so that a token outlives a restart', async () => {
    const dataDir = join(folder, 'new', 'data');
    const first = await startWith(await keptKey(dataDir));
    const token = await tokenOf(first.origin, 'student');
    await first.gateway.close();
    const second = await startWith(await keptKey(dataDir));
    const headers = { authorization: `Bearer ${token}` };
    const { data } = await second.ask('{ whoAmI { role } }', { headers });
    await second.gateway.close();
    expect(data).toEqual({ whoAmI: { role: 'STUDENT' } });
    const { mode } = statSync(join(dataDir, 'dev-issuer-key.json'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it("takes no token of another gateway's key", async () => {
    const first = await startWith(await newKey());
    const token = await tokenOf(first.origin, 'admin');
    await first.gateway.close();
    const second = await startWith(await newKey());
    const headers = { authorization: `Bearer ${token}` };
    expect((await second.ask('{ whoAmI { role } }', { headers })).status).toBe(401);
    await second.gateway.close();
  });
});
