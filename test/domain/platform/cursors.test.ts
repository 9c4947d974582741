import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../platform/graphql/connection.ts';
import { DAY_SHAPE, UUID_SHAPE } from '../../../platform/ids.ts';

const ANYTHING = /^.*$/s;

it('a cursor is read as what it was written of, whatever that is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (keys) => {
      const shapes = keys.map(() => ANYTHING);
      expect(readCursor({ first: 1, after: writeCursor(keys) }, shapes)).toEqual(keys);
    }),
  );
});

it('a text that is no cursor of a list is refused as a bad argument, and never anything else', () => {
  const texts = fc.oneof(fc.string(), fc.array(fc.string()).map(writeCursor), fc.base64String());
  fc.assert(
    fc.property(texts, (after) => {
      expect(() => readCursor({ first: 1, after }, [DAY_SHAPE, UUID_SHAPE])).toThrow(
        expect.objectContaining({
          extensions: { argument: 'after', code: 'BAD_USER_INPUT' },
        }),
      );
    }),
  );
});
