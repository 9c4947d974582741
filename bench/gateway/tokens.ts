import { exportJWK, generateKeyPair } from 'jose';
import { actorToken } from '../servers/issuer.ts';

/** Tokens of so many users, and the keys that they are verified with. */
export async function issueTokens(users: number): Promise<{ tokens: string[]; jwks: object }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const [key, verifiedWith] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  const tokens = await Promise.all(
    Array.from({ length: users }, (_none, at) =>
      actorToken(key, { subject: `bench|${at}`, role: 'ADMIN' }),
    ),
  );
  return { tokens, jwks: { keys: [{ ...verifiedWith, alg: 'ES256', use: 'sig' }] } };
}
