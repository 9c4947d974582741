import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_CLAIM, createIdentity, type Identity } from '../../gateway/identity.ts';
import { trustedIssuers } from '../../gateway/settings.ts';
import { localTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'graph';
const NOW = Date.UTC(2026, 0, 15);
const SECONDS = NOW / 1000;
const STUDENT = '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01';
const ACTOR = { role: 'STUDENT', students: [STUDENT] };

const keys = await generateKeyPair('RS256');
const other = await generateKeyPair('RS256');
const otherPs256 = await generateKeyPair('PS256');
const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256' }] });
const publicPem = await exportSPKI(keys.publicKey);

const claims = (changes: object = {}) => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'somebody',
  exp: SECONDS + 60,
  [ACTOR_CLAIM]: ACTOR,
  ...changes,
});

const sign = (
  changes: object = {},
  key: Parameters<SignJWT['sign']>[0] = keys.privateKey,
  alg = 'RS256',
) => new SignJWT(claims(changes)).setProtectedHeader({ alg }).sign(key);

let clock = NOW;
let lookUps = 0;
const identity: Identity = createIdentity(
  [
    {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: (header, token) => {
        lookUps += 1;
        return jwks(header, token);
      },
    },
  ],
  () => clock,
);
const as = async (token: string | Promise<string>) => await identity(`Bearer ${await token}`);

describe('a bearer token', () => {
  it('is the actor that it says', async () => {
    expect(await as(sign())).toEqual({ subject: 'somebody', ...ACTOR });
  });

  it('has its subject from "sub", whatever else it says', async () => {
    const forged = { ...ACTOR, subject: 'somebody else' };
    expect((await as(sign({ [ACTOR_CLAIM]: forged }))).subject).toBe('somebody');
  });

  it('may be missing: that is the public', async () => {
    expect(await identity(undefined)).toEqual({ subject: null, role: 'PUBLIC' });
  });

  it('may be 30 seconds late, for clocks differ', async () => {
    expect(await as(sign({ exp: SECONDS - 29 }))).toEqual({ subject: 'somebody', ...ACTOR });
  });

  it('is verified once, and known until it expires', async () => {
    const token = await sign({ jti: 'known' });
    lookUps = 0;
    await as(token);
    await as(token);
    expect(lookUps).toBe(1);
    clock = NOW + 91_000;
    await expect(as(token)).rejects.toThrow('The token has expired. Get a new one.');
    clock = NOW;
  });

  it.each<[string, string | Promise<string>, RegExp]>([
    ['has expired', sign({ exp: SECONDS - 31 }), /has expired/],
    ['has no expiry', sign({ exp: undefined }), /"exp" is not right/],
    ['is not valid yet', sign({ nbf: SECONDS + 31 }), /not valid yet/],
    ['is for another audience', sign({ aud: 'other' }), /another audience/],
    ['is from another issuer', sign({ iss: 'https://evil.example' }), /issuer .* does not trust/],
    ['names nobody', sign({ sub: undefined }), /"sub" is not right/],
    ['names null', sign({ sub: null }), /is not an actor/],
    ['is signed by another key', sign({}, other.privateKey), /signature does not fit/],
    ['is not signed', new UnsecuredJWT(claims()).encode(), /algorithm is not one of/],
    [
      'is signed with the public key as a secret',
      sign({}, Buffer.from(publicPem), 'HS256'),
      /algorithm is not one of/,
    ],
    [
      'has an algorithm that its key is not for',
      sign({}, otherPs256.privateKey, 'PS256'),
      /signature does not fit/,
    ],
    ['has no actor', sign({ [ACTOR_CLAIM]: undefined }), /is not an actor/],
    ['has an unknown role', sign({ [ACTOR_CLAIM]: { role: 'ROOT' } }), /is not an actor/],
    ['is garbage in three parts', 'aaaa.bbbb.cccc', /not a JWT that this gateway can read/],
    ['is garbage', 'garbage', /must be "Bearer <token>"/],
  ])('that %s is refused without being quoted', async (_what, given, why) => {
    const token = await given;
    const refusal = await as(token).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      message: expect.stringMatching(why),
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(String(refusal)).not.toContain(token);
  });

  it('that was altered is refused', async () => {
    const [header, , signature] = (await sign()).split('.');
    const payload = Buffer.from(
      JSON.stringify(claims({ [ACTOR_CLAIM]: { role: 'ADMIN' } })),
    ).toString('base64url');
    await expect(as(`${header}.${payload}.${signature}`)).rejects.toThrow('signature does not fit');
  });
});

describe('a gateway with an issuer', () => {
  let running: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    running = await startGateway({ transport: localTransport(), identity });
  });
  afterAll(() => running.gateway.close());

  it('hands the actor to the subgraphs', async () => {
    const headers = { authorization: `Bearer ${await sign()}` };
    const { data } = await running.ask('{ whoAmI { role subject } }', { headers });
    expect(data).toEqual({ whoAmI: { role: 'STUDENT', subject: 'somebody' } });
  });

  it('answers 401 to a bad token, in GraphQL', async () => {
    const headers = { authorization: 'Bearer a.b.c', 'x-request-id': 'identity-1' };
    const answer = await running.ask('{ whoAmI { role } }', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.errors).toEqual([
      {
        message: 'The token is not a JWT that this gateway can read.',
        extensions: { code: 'UNAUTHENTICATED', requestId: 'identity-1' },
      },
    ]);
  });

  it('tells nobody with a bad token what an operation costs', async () => {
    const response = await fetch(`${running.origin}/graphql/cost`, {
      method: 'POST',
      headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ whoAmI { role } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('UNAUTHENTICATED');
  });

  it('answers 500 where the issuer cannot be asked for its keys', async () => {
    const keysOutOfReach = createIdentity(
      [
        {
          issuer: ISSUER,
          audience: AUDIENCE,
          keys: () => Promise.reject(new Error('fetch failed: 10.0.0.7')),
        },
      ],
      () => NOW,
    );
    const blind = await startGateway({ transport: localTransport(), identity: keysOutOfReach });
    const headers = { authorization: `Bearer ${await sign()}` };
    const { status, errors, text } = await blind.ask('{ whoAmI { role } }', { headers });
    await blind.gateway.close();
    expect([status, errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL']);
    expect(text).not.toContain('10.0.0.7');
  });
});

describe('the issuers of the environment', () => {
  const DEV_ISSUER = 'off' as const;

  it('are one outside, whose keys are fetched', async () => {
    const keySet = JSON.stringify({
      keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256' }],
    });
    const outside = await serve((_request, response) => void response.end(keySet));
    const env = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: AUDIENCE, OIDC_JWKS_URL: outside.url };
    const fromOutside = createIdentity(trustedIssuers({ ...env, DEV_ISSUER }, null), () => NOW);
    expect((await fromOutside(`Bearer ${await sign()}`)).role).toBe('STUDENT');
    await outside.close();
  });

  it('must be whole', () => {
    expect(() => trustedIssuers({ OIDC_ISSUER: ISSUER, DEV_ISSUER }, null)).toThrow(/set all/);
  });

  it('must be at least one', () => {
    expect(() => trustedIssuers({ DEV_ISSUER }, null)).toThrow(/no issuer of tokens/);
  });
});
