import { describe, expect, it } from 'vitest';
import {
  MAX_PAGE_SIZE,
  readCursor,
  rowsToRead,
  toConnection,
  writeCursor,
} from '../../../platform/graphql/connection.ts';
import { DAY_SHAPE, UUID_SHAPE } from '../../../platform/ids.ts';

const ID = '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01';
const SHAPES = [DAY_SHAPE, UUID_SHAPE];
const BAD_INPUT = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
});

describe('a page', () => {
  it.each([1, 25, MAX_PAGE_SIZE])('of %i reads one row more, to know of a next', (first) => {
    expect(rowsToRead({ first })).toBe(first + 1);
  });

  it.each([0, -1, MAX_PAGE_SIZE + 1, 2 ** 31 - 1, -(2 ** 31)])('of %i is refused', (first) => {
    expect(() => rowsToRead({ first })).toThrow(BAD_INPUT);
  });

  const rows = (count: number) => Array.from({ length: count }, (_, n) => `row ${n + 1}`);

  it.each([
    { read: 0, shown: [], hasNextPage: false, end: null },
    { read: 1, shown: ['row 1'], hasNextPage: false, end: 'row 1' },
    { read: 2, shown: ['row 1', 'row 2'], hasNextPage: false, end: 'row 2' },
    { read: 3, shown: ['row 1', 'row 2'], hasNextPage: true, end: 'row 2' },
  ])('of 2 with $read rows read ends at $end', ({ read, shown, hasNextPage, end }) => {
    const page = toConnection(
      rows(read),
      { first: 2 },
      (row) => [row],
      () => 9,
    );
    expect(page).toMatchObject({
      nodes: shown,
      hasNextPage,
      endCursor: end === null ? null : writeCursor([end]),
    });
    expect(page.totalCount()).toBe(9);
  });
});

describe('a cursor', () => {
  it.each([undefined, null])('of %s is the first page', (after) => {
    expect(readCursor({ first: 1, after }, SHAPES)).toBeNull();
  });

  it('brings back what it was written with', () => {
    const after = writeCursor(['2026-09-01', ID]);
    expect(readCursor({ first: 1, after }, SHAPES)).toEqual(['2026-09-01', ID]);
  });

  it.each([
    { what: 'empty', after: '' },
    { what: 'no base64', after: '*** not a cursor ***' },
    { what: 'no JSON', after: Buffer.from('[').toString('base64url') },
    { what: 'no list', after: Buffer.from('{"0":1}').toString('base64url') },
    { what: 'null', after: Buffer.from('null').toString('base64url') },
    { what: 'of another list', after: writeCursor([ID]) },
    { what: 'with a key too many', after: writeCursor(['2026-09-01', ID, ID]) },
    { what: 'with its keys swapped', after: writeCursor([ID, '2026-09-01']) },
    { what: 'with a month that is none', after: writeCursor(['2026-13-01', ID]) },
    { what: 'with the year 0', after: writeCursor(['0000-01-01', ID]) },
    { what: 'with SQL for an id', after: writeCursor(['2026-09-01', `${ID}' or '1'='1`]) },
    { what: 'with a line after its id', after: writeCursor(['2026-09-01', `${ID}\n`]) },
  ])('that is $what is refused', ({ after }) => {
    expect(() => readCursor({ first: 1, after }, SHAPES)).toThrow(BAD_INPUT);
  });
});
