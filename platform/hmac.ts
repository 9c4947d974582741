import { hash } from 'node:crypto';

/** Of SHA-256, in bytes. */
const BLOCK = 64;
const DIGEST = 32;
/** A longer text gets a buffer of its own. */
const ROOM = 8 * 1024;

/** A key with what is the same in every code. */
export type HmacKey = {
  /** The block before a text, and room for it. */
  readonly inner: Buffer;
  /** The block before the inner digest, and room for that. */
  readonly outer: Buffer;
};

/** `key` is of 64 bytes at most. */
export function readHmacKey(key: Uint8Array): HmacKey {
  if (key.length > BLOCK)
    throw new Error(`The key is of ${key.length} bytes: it must be of ${BLOCK} at most.`);
  const inner = Buffer.alloc(BLOCK + ROOM);
  const outer = Buffer.alloc(BLOCK + DIGEST);
  inner.set(key);
  outer.set(key);
  for (let at = 0; at < BLOCK; at++) {
    inner[at] = (inner[at] ?? 0) ^ 0x36;
    outer[at] = (outer[at] ?? 0) ^ 0x5c;
  }
  return { inner, outer };
}

/**
 * HMAC-SHA-256 (RFC 2104) of ASCII text, as base64url. By two hashes at once each: `createHmac` makes objects for
 * every code, which takes more than twice as long, and each subgraph request is signed and verified.
 */
export function hmac({ inner, outer }: HmacKey, text: string): string {
  const before = text.length > ROOM ? withRoom(inner, text.length) : inner;
  const length = before.write(text, BLOCK, 'latin1');
  outer.write(hash('sha256', before.subarray(0, BLOCK + length), 'binary'), BLOCK, 'latin1');
  return hash('sha256', outer, 'base64url');
}

function withRoom(inner: Buffer, room: number): Buffer {
  const wide = Buffer.alloc(BLOCK + room);
  inner.copy(wide, 0, 0, BLOCK);
  return wide;
}
