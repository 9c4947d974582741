import { badUserInput, notFound } from '../../platform/errors.ts';
import { isUuid } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { visibleAgreements } from './access.ts';
import type { Context } from './context.ts';
import { districtOf, isDistrictCode } from './domain/org-code.ts';
import type { Convening, PartnershipAgreement, School } from './generated/client/client.ts';

/** The rows that a mutation is about. Hidden and missing look the same. */

export async function requireSchool({ read }: Context, deseCode: string): Promise<School> {
  const [school] = await read.many('school', { where: { deseCode } });
  if (!school) throw notFound('School', deseCode);
  return school;
}

export async function requireBoard({ read }: Context, code: WorkforceBoardCode): Promise<void> {
  const [board] = await read.many('workforceBoard', { where: { code }, select: { code: true } });
  if (!board) throw notFound('WorkforceBoard', code);
}

export async function requireDistrict({ read }: Context, deseCode: string): Promise<void> {
  if (!isDistrictCode(deseCode))
    throw badUserInput(
      `"${deseCode}" is not a district's code, which ends in "0000"; its district is "${districtOf(deseCode)}".`,
    );
  const [district] = await read.many('district', {
    where: { deseCode },
    select: { deseCode: true },
  });
  if (!district) throw notFound('District', deseCode);
}

export async function requireConvening({ read }: Context, id: string): Promise<Convening> {
  const [convening] = isUuid(id) ? await read.many('convening', { where: { id } }) : [];
  if (!convening) throw notFound('Convening', id);
  return convening;
}

export async function requireAgreement(
  { actor, read }: Context,
  id: string,
): Promise<PartnershipAgreement> {
  const where = { AND: [{ id }, visibleAgreements(actor)] };
  const [agreement] = isUuid(id) ? await read.many('partnershipAgreement', { where }) : [];
  if (!agreement) throw notFound('PartnershipAgreement', id);
  return agreement;
}
