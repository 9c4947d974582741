import { describe, expect, it } from 'vitest';
import { type Actor, actorSchema, canonicalActor, PUBLIC_ACTOR } from '../../../platform/actor.ts';

const STAFF: Actor = {
  subject: 'staff-1',
  role: 'SCHOOL_STAFF',
  schools: ['90350010', '90350020'],
};

describe('the canonical text of an actor', () => {
  it.each<{ what: string; other: Actor }>([
    {
      what: 'properties in another order',
      other: { schools: ['90350010', '90350020'], role: 'SCHOOL_STAFF', subject: 'staff-1' },
    },
    {
      what: 'lists in another order',
      other: { ...STAFF, schools: ['90350020', '90350010'] },
    },
    { what: 'properties that are undefined', other: { ...STAFF, board: undefined } },
  ])('is the same with $what', ({ other }) => {
    expect(canonicalActor(other)).toBe(canonicalActor(STAFF));
  });

  it.each<{ what: string; other: Actor }>([
    { what: 'subject', other: { ...STAFF, subject: 'staff-2' } },
    { what: 'role', other: { ...STAFF, role: 'DISTRICT_STAFF' } },
    { what: 'school', other: { ...STAFF, schools: ['90350010'] } },
    { what: 'kind of list', other: { subject: 'staff-1', role: 'SCHOOL_STAFF' } },
    { what: 'purpose', other: { ...STAFF, purpose: 'RESEARCH' } },
  ])('differs with another $what', ({ other }) => {
    expect(canonicalActor(other)).not.toBe(canonicalActor(STAFF));
  });

  it('leaves the lists of the actor as they were', () => {
    const schools = ['90350020', '90350010'];
    canonicalActor({ ...STAFF, schools });
    expect(schools).toEqual(['90350020', '90350010']);
  });
});

describe('an actor', () => {
  it.each<{ what: string; value: object }>([
    { what: 'an unknown role', value: { ...STAFF, role: 'ROOT' } },
    { what: 'an unknown property', value: { ...STAFF, everything: true } },
    { what: 'an empty subject', value: { ...STAFF, subject: '' } },
    { what: 'a school code of seven digits', value: { ...STAFF, schools: ['9035001'] } },
    { what: 'a student who is no id', value: { ...STAFF, students: ['9900000001'] } },
    { what: 'no subject at all', value: { role: 'ADMIN' } },
  ])('with $what is refused', ({ value }) => {
    expect(actorSchema.safeParse(value).success).toBe(false);
  });

  it('may be nobody', () => {
    expect(actorSchema.parse(PUBLIC_ACTOR)).toEqual({ subject: null, role: 'PUBLIC' });
  });
});
