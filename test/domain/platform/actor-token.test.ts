import { describe, expect, it } from 'vitest';
import {
  createTokenVerifier,
  signActor,
  subgraphKey,
  type Vouched,
} from '../../../platform/actor-token.ts';
import { TOKEN_LIFETIME_MS } from '../../../platform/signed-token.ts';

const SECRET = 'a secret of at least thirty-two characters';
const NOW = Date.parse('2026-10-05T16:00:00Z');
const BODY = '{"query":"{ me { id } }"}';
const VOUCHED: Vouched = {
  actor: { subject: 'student-1', role: 'STUDENT', students: [] },
  requestId: 'request-1',
};
const KEY = subgraphKey(SECRET, 'placements');
const sign = (key = KEY, audience = 'placements') => signActor(key, audience, VOUCHED, BODY, NOW);
const verifier = () => createTokenVerifier(KEY, 'placements');

const alteredActor = (standing: string, changes: object) =>
  Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(standing, 'base64url').toString()), ...changes }),
  ).toString('base64url');

type Forgery = { readonly actor?: object; readonly expires?: number; readonly requestId?: string };

/** The same token with another actor, life or request under the old signature. */
function forged({ actor = {}, expires, requestId }: Forgery): string {
  const [standing = '', audience, until, id, body, request, signature] = sign().split('~');
  const own = [expires ?? until, id, body, requestId ?? request, signature];
  return [alteredActor(standing, actor), audience, ...own].join('~');
}

describe('a signed actor', () => {
  it('is who the gateway vouched for', () => {
    expect(verifier()(sign(), BODY, NOW)).toEqual(VOUCHED);
  });

  it('is accepted until its lifetime is over', () => {
    const last = NOW + TOKEN_LIFETIME_MS - 1;
    expect(verifier()(sign(), BODY, last)).toEqual(VOUCHED);
    expect(() => verifier()(sign(), BODY, last + 1)).toThrow(/expired/);
  });

  it.each([
    { what: 'no token', token: undefined, why: /missing or not a token/ },
    { what: 'an empty token', token: '', why: /missing or not a token/ },
    { what: 'one part', token: 'abc', why: /missing or not a token/ },
    {
      what: 'a part too few',
      token: sign().split('~', 6).join('~'),
      why: /missing or not a token/,
    },
    { what: 'a part too many', token: `${sign()}~more`, why: /missing or not a token/ },
    { what: 'another signature', token: `${sign().slice(0, -4)}AAAA`, why: /not signed/ },
    { what: 'a shorter signature', token: sign().slice(0, -1), why: /not signed/ },
    {
      what: 'another actor under the old signature',
      token: forged({ actor: { subject: 'root', role: 'ADMIN' } }),
      why: /not signed/,
    },
    {
      what: 'a longer life under the old signature',
      token: forged({ expires: NOW * 2 }),
      why: /not signed/,
    },
    {
      what: 'another request under the old signature',
      token: forged({ requestId: 'request-2' }),
      why: /not signed/,
    },
    {
      what: "another subgraph's key",
      token: sign(subgraphKey(SECRET, 'students-and-mycap')),
      why: /not signed/,
    },
    {
      what: "another gateway's key",
      token: sign(subgraphKey('some other secret of many characters', 'placements')),
      why: /not signed/,
    },
    { what: 'another audience', token: sign(KEY, 'students-and-mycap'), why: /another subgraph/ },
  ])('with $what is refused', ({ token, why }) => {
    expect(() => verifier()(token, BODY, NOW)).toThrow(why);
    expect(() => verifier()(token, BODY, NOW)).toThrow(
      expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } }),
    );
  });

  it('is who it says at each request, however often that actor came', () => {
    const verify = verifier();
    const other: Vouched = {
      actor: { subject: 'student-2', role: 'STUDENT', students: [] },
      requestId: 'request-2',
    };
    for (const vouched of [VOUCHED, other, VOUCHED, other])
      expect(verify(signActor(KEY, 'placements', vouched, BODY, NOW), BODY, NOW)).toEqual(vouched);
  });

  it('cannot be put together from parts of two others', () => {
    const other: Vouched = { actor: { subject: 'root', role: 'ADMIN' }, requestId: 'request-1' };
    const [standing] = signActor(KEY, 'placements', other, BODY, NOW).split('~');
    const [, ...rest] = sign().split('~');
    expect(() => verifier()([standing, ...rest].join('~'), BODY, NOW)).toThrow(/not signed/);
  });

  it('is not made of a request id that no token can have', () => {
    for (const requestId of ['a~b', 'a b', 'a\r\nb', 'ü'])
      expect(() => signActor(KEY, 'placements', { ...VOUCHED, requestId }, BODY, NOW)).toThrow(
        /letters/,
      );
  });

  it('is bound to the body of its request, to the byte', () => {
    expect(() => verifier()(sign(), `${BODY} `, NOW)).toThrow(/another body/);
    expect(() => verifier()(sign(), '', NOW)).toThrow(/another body/);
  });

  it('is taken once', () => {
    const [verify, token] = [verifier(), sign()];
    verify(token, BODY, NOW);
    expect(() => verify(token, BODY, NOW)).toThrow(/used already/);
    expect(() => verify(token, BODY, NOW + TOKEN_LIFETIME_MS)).toThrow(/expired/);
  });

  it('that was refused for its body can still be used for the right one', () => {
    const [verify, token] = [verifier(), sign()];
    expect(() => verify(token, 'other', NOW)).toThrow(/another body/);
    expect(verify(token, BODY, NOW)).toEqual(VOUCHED);
  });

  it('differs from every other for the same request', () => {
    expect(sign()).not.toBe(sign());
  });
});
