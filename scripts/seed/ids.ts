import { at, type Random } from './random.ts';

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
/** The lowest 16 bits as four digits. */
const hex = (value: number) => at(HEX, (value >>> 8) & 0xff) + at(HEX, value & 0xff);

/** A random (version 4) UUID, for ids that must tell nothing, not even an order. */
export function randomUuid(random: Random): string {
  const a = random.uint32();
  const b = random.uint32();
  const c = random.uint32();
  const d = random.uint32();
  return `${hex(a >>> 16)}${hex(a)}-${hex(b)}-${hex((c & 0x0fff) | 0x4000)}-${tail(c >>> 16, b >>> 16, d)}`;
}

/** The first moment that an ordered id of the demo can carry, in milliseconds. */
const FIRST_MOMENT = Date.UTC(2020, 0, 1);

/**
 * Makes version 7 UUIDs whose time part counts up by one, so that rows which are written together
 * stand together in an index.
 */
export function orderedUuids(random: Random): () => string {
  let moment = FIRST_MOMENT;
  return () => {
    moment += 1;
    const high = Math.floor(moment / 0x1_0000);
    const a = random.uint32();
    const b = random.uint32();
    return `${hex(high >>> 16)}${hex(high)}-${hex(moment % 0x1_0000)}-${hex((a & 0x0fff) | 0x7000)}-${tail(a >>> 16, b >>> 16, random.uint32())}`;
  };
}

const tail = (variant: number, first: number, rest: number) =>
  `${hex((variant & 0x3fff) | 0x8000)}-${hex(first)}${hex(rest >>> 16)}${hex(rest)}`;
