import { describe, expect, it } from 'vitest';
import {
  type LegalBasis,
  missingElements,
  type SharingTerms,
} from '../../../subgraphs/schools-and-network/domain/sharing-elements.ts';

const CONSENT: SharingTerms = {
  legalBasis: 'CONSENT',
  purposes: ['PLACEMENT'],
  schoolCodes: [],
  grades: [11],
  programIds: [],
  classes: ['QUASI_ID'],
  fields: [],
  redisclosure: false,
  controlContactId: null,
  destructionDue: null,
  authorizedRepresentative: null,
  directoryNoticeOn: null,
};
const DAY = new Date('2027-11-30');

describe('what a data-sharing agreement lacks', () => {
  it.each<{ what: string; change: Partial<SharingTerms>; missing: string[] }>([
    { what: 'nothing', change: {}, missing: [] },
    { what: 'purposes', change: { purposes: [] }, missing: ['purposes'] },
    { what: 'a row scope', change: { grades: [] }, missing: ['schools, grades or programs'] },
    { what: 'a field scope', change: { classes: [] }, missing: ['classes or fields'] },
    {
      what: 'nothing, with single fields alone',
      change: { classes: [], fields: ['Student.grade'] },
      missing: [],
    },
    { what: 'a ban to pass it on', change: { redisclosure: true }, missing: ['no redisclosure'] },
  ])('is $what, on any basis', ({ change, missing }) => {
    expect(missingElements({ ...CONSENT, ...change })).toEqual(missing);
  });

  it.each<{ legalBasis: LegalBasis; change: Partial<SharingTerms>; missing: string[] }>([
    { legalBasis: 'SCHOOL_OFFICIAL', change: {}, missing: ['controlContact'] },
    { legalBasis: 'SCHOOL_OFFICIAL', change: { controlContactId: 'x' }, missing: [] },
    { legalBasis: 'STUDIES', change: {}, missing: ['destructionDue'] },
    { legalBasis: 'STUDIES', change: { destructionDue: DAY }, missing: [] },
    {
      legalBasis: 'STUDIES',
      change: { destructionDue: DAY, classes: ['DIRECT_ID'] },
      missing: ['no DIRECT_ID'],
    },
    {
      legalBasis: 'AUDIT_EVALUATION',
      change: { classes: ['DIRECT_ID'] },
      missing: ['authorizedRepresentative', 'destructionDue', 'no DIRECT_ID'],
    },
    {
      legalBasis: 'AUDIT_EVALUATION',
      change: { authorizedRepresentative: 'Ada Reyes', destructionDue: DAY },
      missing: [],
    },
    { legalBasis: 'DIRECTORY', change: {}, missing: ['directoryNoticeOn'] },
    { legalBasis: 'DIRECTORY', change: { directoryNoticeOn: DAY }, missing: [] },
    {
      legalBasis: 'DIRECTORY',
      change: { directoryNoticeOn: DAY, classes: ['DIRECT_ID', 'EVALUATIVE'] },
      missing: ['directory information only'],
    },
  ])('on the basis $legalBasis with $change is $missing', ({ legalBasis, change, missing }) => {
    expect(missingElements({ ...CONSENT, legalBasis, ...change })).toEqual(missing);
  });
});
