export type LegalBasis =
  | 'CONSENT'
  | 'SCHOOL_OFFICIAL'
  | 'STUDIES'
  | 'AUDIT_EVALUATION'
  | 'DIRECTORY';

/** What of a data-sharing agreement the law asks for. */
export type SharingTerms = {
  readonly legalBasis: LegalBasis;
  readonly purposes: readonly string[];
  readonly schoolCodes: readonly string[];
  readonly grades: readonly number[];
  readonly programIds: readonly string[];
  readonly classes: readonly string[];
  readonly fields: readonly string[];
  readonly redisclosure: boolean;
  readonly controlContactId: string | null;
  readonly destructionDue: Date | null;
  readonly authorizedRepresentative: string | null;
  readonly directoryNoticeOn: Date | null;
};

type Element = { readonly name: string; readonly isThere: (terms: SharingTerms) => boolean };

const element = (name: string, isThere: Element['isThere']): Element => ({ name, isThere });

/** Of every agreement: for what, of whom, what; and the receiver passes nothing on. */
const OF_EVERY_BASIS: readonly Element[] = [
  element('purposes', ({ purposes }) => purposes.length > 0),
  element(
    'schools, grades or programs',
    ({ schoolCodes, grades, programIds }) =>
      schoolCodes.length + grades.length + programIds.length > 0,
  ),
  element('classes or fields', ({ classes, fields }) => classes.length + fields.length > 0),
  element('no redisclosure', ({ redisclosure }) => !redisclosure),
];

const DESTRUCTION = element('destructionDue', ({ destructionDue }) => destructionDue !== null);
/** Studies and audits identify nobody outside those who need to know. */
const NO_DIRECT_ID = element('no DIRECT_ID', ({ classes }) => !classes.includes('DIRECT_ID'));
const DIRECTORY_CLASSES: ReadonlySet<string> = new Set(['QUASI_ID', 'DIRECT_ID']);

const OF_BASIS: Readonly<Record<LegalBasis, readonly Element[]>> = {
  // 34 CFR 99.30; 603 CMR 23.07: what, for what and for whom stands in each consent.
  CONSENT: [],
  // 34 CFR 99.31(a)(1): under the direct control of the school.
  SCHOOL_OFFICIAL: [element('controlContact', ({ controlContactId }) => controlContactId !== null)],
  // 34 CFR 99.31(a)(6): destroyed when no longer needed, by a time that is written down.
  STUDIES: [DESTRUCTION, NO_DIRECT_ID],
  // 34 CFR 99.35: the agreement designates an authorized representative.
  AUDIT_EVALUATION: [
    element(
      'authorizedRepresentative',
      ({ authorizedRepresentative }) => authorizedRepresentative !== null,
    ),
    DESTRUCTION,
    NO_DIRECT_ID,
  ],
  // 34 CFR 99.37: public notice was given, and families could opt out.
  DIRECTORY: [
    element('directoryNoticeOn', ({ directoryNoticeOn }) => directoryNoticeOn !== null),
    element('directory information only', ({ classes }) =>
      classes.every((each) => DIRECTORY_CLASSES.has(each)),
    ),
  ],
};

/**
 * What an agreement lacks of what its legal basis demands, by name; while there is any, it cannot
 * become active. The database holds the same by a constraint.
 */
export const missingElements = (terms: SharingTerms): string[] =>
  [...OF_EVERY_BASIS, ...OF_BASIS[terms.legalBasis]]
    .filter(({ isThere }) => !isThere(terms))
    .map(({ name }) => name);
