import { describe, expect, it } from 'vitest';
import { readableClasses } from '../../../platform/graphql/access-by-class.ts';
import { requireReadable } from '../../../platform/graphql/require-readable.ts';
import { ROLES, type Role } from '../../../platform/vocabulary.ts';

const as = (role: Role) => ({ actor: { subject: 's', role }, readable: readableClasses(role) });
const WITH_PLACEMENT = {
  role: 'BOARD_STAFF',
  holds: ({ placed }: { readonly placed: boolean }) => placed,
} as const;
const read = (role: Role, row: unknown) => () =>
  requireReadable(as(role), 'DIRECT_ID', 'Student.displayName', WITH_PLACEMENT, row);

describe('a field that one more role may read of some rows', () => {
  it('is read by that role of those rows alone', () => {
    expect(read('BOARD_STAFF', { placed: true })).not.toThrow();
    expect(read('BOARD_STAFF', { placed: false })).toThrow(/DIRECT_ID/);
  });

  it.each([undefined, null, 'placed', {}, { placed: 'yes' }])(
    'is refused of %j, which is no such row',
    (row) => {
      expect(read('BOARD_STAFF', row)).toThrow(/DIRECT_ID/);
    },
  );

  it('is for every other role what its class says', () => {
    const may = ROLES.filter((role) => readableClasses(role).has('DIRECT_ID'));
    for (const role of ROLES.filter((other) => other !== 'BOARD_STAFF')) {
      if (may.includes(role)) expect(read(role, { placed: false })).not.toThrow();
      else expect(read(role, { placed: true })).toThrow();
    }
  });

  it('is refused where no exception is named', () => {
    const none = () => requireReadable(as('BOARD_STAFF'), 'DIRECT_ID', 'Student.sasid');
    expect(none).toThrow(expect.objectContaining({ message: expect.stringMatching(/sasid/) }));
  });
});
