/** A DESE code: four digits of the district, then four of the school. */
const CODE = /^[0-9]{8}$/;
const LENGTH = 8;
/** A spreadsheet that took the code for a number has eaten as many zeros at most. */
const MOST_LOST_ZEROS = 4;
const DISTRICT_END = '0000';

/**
 * Why a text is no DESE code, or null where it is one. The commonest corruption is a code that a
 * spreadsheet read as a number: its leading zeros are gone.
 */
export function wrongOrgCode(text: string): string | null {
  if (CODE.test(text)) return null;
  if (/^[1-9][0-9]*$/.test(text) && text.length >= LENGTH - MOST_LOST_ZEROS && text.length < LENGTH)
    return `It has lost its leading zeros, as in a spreadsheet: it would be "${text.padStart(LENGTH, '0')}".`;
  return 'It has 8 digits, such as "90350010".';
}

/** The district's code that a school's code belongs to. */
export const districtOf = (schoolCode: string): string =>
  `${schoolCode.slice(0, LENGTH - DISTRICT_END.length)}${DISTRICT_END}`;

export const isDistrictCode = (code: string): boolean =>
  CODE.test(code) && code.endsWith(DISTRICT_END);
