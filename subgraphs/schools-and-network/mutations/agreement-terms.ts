import { notFound } from '../../../platform/errors.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { Terms } from '../domain/agreement-terms.ts';
import type { ResourceKind, ResourceSide } from '../generated/client/client.ts';
import type { LockedAgreement, Transaction } from '../locks.ts';
import { distinctIds } from './checks.ts';

type Parties = {
  readonly districtCode: string;
  readonly boardCode: WorkforceBoardCode;
  readonly fiscalYear: number;
};
type Commitment = {
  readonly side: ResourceSide;
  readonly kind: ResourceKind;
  readonly description: string;
};
export type AskedTerms = Parties & {
  readonly schoolCodes: readonly string[];
  readonly coordinatorIds: readonly string[];
  readonly commitments: readonly Commitment[];
};

function requireEach<Row>(
  type: string,
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): void {
  const found = new Set(rows.map(keyOf));
  const missing = keys.find((key) => !found.has(key));
  if (missing !== undefined) throw notFound(type, missing);
}

/** The terms with the rows that they name, each of which there has to be. */
export async function readTerms(transaction: Transaction, asked: AskedTerms): Promise<Terms> {
  const { schoolCodes, coordinatorIds, ...terms } = asked;
  const deseCode = { in: [...new Set(schoolCodes)] };
  const schools = await transaction.school.findMany({ where: { deseCode } });
  requireEach('School', schoolCodes, schools, (school) => school.deseCode);
  const id = { in: distinctIds(coordinatorIds) };
  const coordinators = await transaction.staffContact.findMany({ where: { id } });
  requireEach('StaffContact', coordinatorIds, coordinators, (contact) => contact.id);
  return { ...terms, schools, coordinators };
}

/** The terms of an agreement as its schools and people are today. */
export const termsOf = ({ schools, coordinators, ...agreement }: LockedAgreement): Terms => ({
  ...agreement,
  schools: schools.map(({ school }) => school),
  coordinators: coordinators.map(({ contact }) => contact),
});

/** What an agreement is asked to be when it is renewed as it is. */
export const askedOf = (agreement: LockedAgreement): AskedTerms => ({
  districtCode: agreement.districtCode,
  boardCode: agreement.boardCode,
  fiscalYear: agreement.fiscalYear,
  schoolCodes: agreement.schools.map(({ schoolCode }) => schoolCode),
  coordinatorIds: agreement.coordinators.map(({ contactId }) => contactId),
  commitments: agreement.commitments.map(({ side, kind, description }) => ({
    side,
    kind,
    description,
  })),
});

/** Writes an agreement as a draft, which waits for its signatures. */
export async function draftAgreement(
  transaction: Transaction,
  asked: AskedTerms,
  renewedFromId: string | null = null,
): Promise<string> {
  const { districtCode, boardCode, fiscalYear, schoolCodes, coordinatorIds, commitments } = asked;
  const { id } = await transaction.partnershipAgreement.create({
    data: { districtCode, boardCode, fiscalYear, status: 'DRAFT', renewedFromId },
    select: { id: true },
  });
  const of = { agreementId: id };
  await transaction.partnershipSchool.createMany({
    data: [...new Set(schoolCodes)].map((schoolCode) => ({ ...of, schoolCode })),
  });
  await transaction.partnershipCoordinator.createMany({
    data: distinctIds(coordinatorIds).map((contactId) => ({ ...of, contactId })),
  });
  await transaction.resourceCommitment.createMany({
    data: commitments.map((commitment) => ({ ...of, ...commitment })),
  });
  return id;
}
