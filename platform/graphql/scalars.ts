import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** What our scalars are in TypeScript: for the builders' `Scalars`. */
export type Scalars = {
  ID: { Input: string; Output: string };
  Date: { Input: Date; Output: Date };
  DateTime: { Input: Date; Output: Date };
  Decimal: { Input: number; Output: number };
  DeseOrgCode: { Input: string; Output: string };
  Sasid: { Input: string; Output: string };
  NaicsCode: { Input: string; Output: string };
  SocCode: { Input: string; Output: string };
  CipCode: { Input: string; Output: string };
  FiscalYear: { Input: number; Output: number };
};

const bad = (name: string, value: unknown, right: string) =>
  new GraphQLError(`${name} cannot be ${JSON.stringify(value)}. ${right}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });

/** A scalar that is a string of one shape, in and out. */
function codeScalar(name: string, shape: RegExp, description: string, example: string) {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && shape.test(value)) return value;
    throw bad(name, value, `It looks like "${example}".`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Years that PostgreSQL and people both write with four digits. */
const DATE = /^[1-9]\d{3}-\d{2}-\d{2}$/;

function readDate(value: unknown): Date {
  const date = typeof value === 'string' && DATE.test(value) ? new Date(value) : undefined;
  // A day that does not exist is refused: "2026-02-30" would roll over into March.
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(String(value)))
    return date;
  throw bad('Date', value, 'It is a day of the calendar, such as "2026-09-01".');
}

function readDateTime(value: unknown): Date {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  if (date && /T.*(Z|[+-]\d\d:\d\d)$/.test(String(value)) && !Number.isNaN(date.getTime()))
    return date;
  throw bad('DateTime', value, 'It is a moment with its offset, such as "2026-09-01T12:00:00Z".');
}

const writeInstant = (value: unknown): Date => {
  if (value instanceof Date) return value;
  throw new TypeError('A date field resolved to something that is not a Date.');
};

const dateScalar = new GraphQLScalarType<Date, string>({
  name: 'Date',
  description: 'A day in Massachusetts, as `YYYY-MM-DD`.',
  serialize: (value) => writeInstant(value).toISOString().slice(0, 10),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
});

const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, in ISO 8601 with its offset; answers are in UTC.',
  serialize: (value) => writeInstant(value).toISOString(),
  parseValue: readDateTime,
  parseLiteral: (node) => readDateTime(node.kind === Kind.STRING ? node.value : undefined),
});

function readDecimal(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw bad('Decimal', value, 'It is a number, such as 37.5.');
}

const decimalScalar = new GraphQLScalarType<number, number>({
  name: 'Decimal',
  description: 'An exact decimal of at most 15 digits, as a JSON number: hours, dollars, points.',
  serialize: readDecimal,
  parseValue: readDecimal,
  parseLiteral: (node) =>
    readDecimal(
      node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : undefined,
    ),
});

/** The first and the last fiscal year anybody may ask for. The network began in 1998. */
const FISCAL_YEARS = { first: 1998, last: 2100 };

function readFiscalYear(value: unknown): number {
  const { first, last } = FISCAL_YEARS;
  if (Number.isInteger(value) && Number(value) >= first && Number(value) <= last)
    return Number(value);
  throw bad('FiscalYear', value, 'It is the ending year: 2027 is July 1, 2026 to June 30, 2027.');
}

const fiscalYearScalar = new GraphQLScalarType<number, number>({
  name: 'FiscalYear',
  description: 'A fiscal year by its ending year: 2027 is July 1, 2026 to June 30, 2027.',
  serialize: Number,
  parseValue: readFiscalYear,
  parseLiteral: (node) => readFiscalYear(node.kind === Kind.INT ? Number(node.value) : undefined),
});

export const SCALARS = {
  Date: dateScalar,
  DateTime: dateTimeScalar,
  Decimal: decimalScalar,
  FiscalYear: fiscalYearScalar,
  DeseOrgCode: codeScalar(
    'DeseOrgCode',
    /^[0-9]{8}$/,
    'A code of the Department of Elementary and Secondary Education: 8 digits, leading zeros kept; a district ends in `0000`.',
    '90350010',
  ),
  Sasid: codeScalar(
    'Sasid',
    /^[0-9]{10}$/,
    "The state's number of a student: 10 digits.",
    '9900000001',
  ),
  NaicsCode: codeScalar(
    'NaicsCode',
    /^[0-9]{2,6}$/,
    'An industry by NAICS 2022: 2 to 6 digits.',
    '6211',
  ),
  SocCode: codeScalar(
    'SocCode',
    /^[0-9]{2}-[0-9]{4}(\.[0-9]{2})?$/,
    'An occupation by SOC 2018 or O*NET-SOC.',
    '29-1141',
  ),
  CipCode: codeScalar(
    'CipCode',
    /^[0-9]{2}\.[0-9]{4}$/,
    'A program of study by CIP 2020.',
    '51.3801',
  ),
};
