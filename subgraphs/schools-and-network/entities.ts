import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { DESE_CODE_SHAPE, onlyUuids } from '../../platform/ids.ts';
import { loaderBy } from '../../platform/loader.ts';
import { WORKFORCE_BOARD_CODES, type WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { visibleAgreements, visibleSharing } from './access.ts';
import type { Context } from './context.ts';
import type {
  DataSharingAgreement,
  District,
  IndustryCredential,
  PartnerOrganization,
  PartnershipAgreement,
  PathwayProgram,
  School,
  StaffContact,
  WorkforceBoard,
} from './generated/client/client.ts';

type Query = ReturnType<typeof planRead>;
type Reading<Row, Key extends string> = {
  readonly keyOf: (row: Row) => string;
  /** The keys that can exist at all: others are not asked of PostgreSQL. */
  readonly possible: (keys: readonly string[]) => Key[];
  readonly read: (context: Context, keys: Key[], query: Query) => Promise<unknown>;
};

/** Finds one row by its key, or null. All that one place in an operation asks is one statement. */
function finder<Row extends object, Key extends string>(
  typeName: string,
  { keyOf, possible, read }: Reading<Row, Key>,
) {
  const readMany = async (context: Context, keys: Key[], info: GraphQLResolveInfo) =>
    (await read(context, keys, planRead({ context, info, typeName }))) as Row[];
  return (context: Context, key: string, info: GraphQLResolveInfo): Promise<Row | null> => {
    const create = () =>
      loaderBy<Row>(keyOf, async (given) => {
        const keys = possible(given);
        return keys.length > 0 ? readMany(context, keys, info) : [];
      });
    return context.loader(info, create, typeName).load(key);
  };
}

const BOARD_CODES: ReadonlySet<string> = new Set(WORKFORCE_BOARD_CODES);
const onlyBoardCodes = (keys: readonly string[]): WorkforceBoardCode[] =>
  keys.filter((key): key is WorkforceBoardCode => BOARD_CODES.has(key));
const onlyDeseCodes = (keys: readonly string[]): string[] =>
  keys.filter((key) => DESE_CODE_SHAPE.test(key));

const byId = { keyOf: ({ id }: { readonly id: string }) => id, possible: onlyUuids };
const byDeseCode = {
  keyOf: ({ deseCode }: { readonly deseCode: string }) => deseCode,
  possible: onlyDeseCodes,
};

export const findWorkforceBoard = finder<WorkforceBoard, WorkforceBoardCode>('WorkforceBoard', {
  keyOf: ({ code }) => code,
  possible: onlyBoardCodes,
  read: ({ read }, codes, query) =>
    read.many('workforceBoard', { ...query, where: { code: { in: codes } } }),
});

export const findDistrict = finder<District, string>('District', {
  ...byDeseCode,
  read: ({ read }, codes, query) =>
    read.many('district', { ...query, where: { deseCode: { in: codes } } }),
});

export const findSchool = finder<School, string>('School', {
  ...byDeseCode,
  read: ({ read }, codes, query) =>
    read.many('school', { ...query, where: { deseCode: { in: codes } } }),
});

/** An agreement that the actor may see: hidden and missing look the same. */
export const findPartnershipAgreement = finder<PartnershipAgreement, string>(
  'PartnershipAgreement',
  {
    ...byId,
    read: ({ actor, read }, ids, query) => {
      const where = { AND: [{ id: { in: ids } }, visibleAgreements(actor)] };
      return read.many('partnershipAgreement', { ...query, where });
    },
  },
);

export const findStaffContact = finder<StaffContact, string>('StaffContact', {
  ...byId,
  read: ({ read }, ids, query) =>
    read.many('staffContact', { ...query, where: { id: { in: ids } } }),
});

export const findPathwayProgram = finder<PathwayProgram, string>('PathwayProgram', {
  ...byId,
  read: ({ read }, ids, query) =>
    read.many('pathwayProgram', { ...query, where: { id: { in: ids } } }),
});

export const findIndustryCredential = finder<IndustryCredential, string>('IndustryCredential', {
  ...byId,
  read: ({ read }, ids, query) =>
    read.many('industryCredential', { ...query, where: { id: { in: ids } } }),
});

export const findPartnerOrganization = finder<PartnerOrganization, string>('PartnerOrganization', {
  ...byId,
  read: ({ read }, ids, query) =>
    read.many('partnerOrganization', { ...query, where: { id: { in: ids } } }),
});

/** The newest version of an agreement that the actor may see: hidden and missing look the same. */
export const findDataSharingAgreement = finder<DataSharingAgreement, string>(
  'DataSharingAgreement',
  {
    ...byId,
    read: ({ actor, read }, ids, query) => {
      const visible = visibleSharing(actor) ?? { OR: [] };
      const where = { AND: [{ id: { in: ids }, newest: true }, visible] };
      return read.many('dataSharingAgreement', { ...query, where });
    },
  },
);
