import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac, readHmacKey } from '../../../platform/hmac.ts';

const expected = (key: Uint8Array, text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');

describe('HMAC-SHA-256', () => {
  it('has the codes of RFC 4231', () => {
    const hex = (key: Uint8Array, text: string) =>
      Buffer.from(hmac(readHmacKey(key), text), 'base64url').toString('hex');
    expect(hex(Buffer.alloc(20, 0x0b), 'Hi There')).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
    expect(hex(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it("is Node's, whatever the key and the text, and however often", () => {
    const keys = fc.uint8Array({ maxLength: 64 });
    const texts = fc.array(fc.string({ unit: 'binary-ascii', maxLength: 20_000, size: 'max' }));
    fc.assert(
      fc.property(keys, texts, (bytes, all) => {
        const key = readHmacKey(bytes);
        for (const text of all) expect(hmac(key, text)).toBe(expected(bytes, text));
      }),
      { numRuns: 50 },
    );
  });

  it.each([8_191, 8_192, 8_193])('is right of a text of %i letters', (length) => {
    const key = Buffer.alloc(32, 7);
    expect(hmac(readHmacKey(key), 'x'.repeat(length))).toBe(expected(key, 'x'.repeat(length)));
  });

  it('takes no key that is longer than a block', () => {
    expect(() => readHmacKey(Buffer.alloc(65))).toThrow(/65 bytes: it must be of 64 at most/);
  });
});
