import type { Placement } from '../placements/placement.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import { createCredentialWriter, writeEwisFlag } from './achievements.ts';
import { type Consent, consentsOf, createConsentWriter } from './consents.ts';
import type { Student } from './student.ts';
import { createSupportWriter, type Support, supportsOf } from './supports.ts';

/** What a hand-written student has of their own. */
export type Records = {
  readonly supports?: readonly Support[];
  readonly consents?: readonly Consent[];
};

type Given = {
  readonly student: Student;
  readonly placements: readonly Placement[];
  readonly records?: Records;
};

/** Writes what stands beside a student's plan: supports, consents, credentials, the state's flag. */
export function createRecordWriter(world: World) {
  const writeSupports = createSupportWriter(world);
  const writeConsents = createConsentWriter(world);
  const writeCredential = createCredentialWriter(world);
  return ({ student, placements, records = {} }: Given, random: Random): void => {
    const supports = supportsOf(student, random);
    const consents = consentsOf(world, student, placements, random);
    writeSupports(student, records.supports ?? supports);
    writeConsents(student, records.consents ?? consents);
    writeCredential(student, random);
    writeEwisFlag(world, student, random);
  };
}
