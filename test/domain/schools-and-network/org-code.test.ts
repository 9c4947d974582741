import { describe, expect, it } from 'vitest';
import {
  districtOf,
  isDistrictCode,
  wrongOrgCode,
} from '../../../subgraphs/schools-and-network/domain/org-code.ts';

describe('a DESE code', () => {
  it.each(['00350560', '90350010', '90350000'])('may be "%s"', (code) => {
    expect(wrongOrgCode(code)).toBeNull();
  });

  it.each([
    { code: '350560', right: '00350560' },
    { code: '5010505', right: '05010505' },
    { code: '3505', right: '00003505' },
  ])('that lost its zeros, "$code", is told to be "$right"', ({ code, right }) => {
    expect(wrongOrgCode(code)).toBe(
      `It has lost its leading zeros, as in a spreadsheet: it would be "${right}".`,
    );
  });

  it.each(['', '350', '0350560', '123456789', '9035001x', '90350010 ', '３50560'])(
    'is not "%s"',
    (code) => {
      expect(wrongOrgCode(code)).toBe('It has 8 digits, such as "90350010".');
    },
  );

  it('of a school has its district in the first four digits', () => {
    expect(districtOf('90350010')).toBe('90350000');
  });

  it.each([
    { code: '90350000', is: true },
    { code: '90350010', is: false },
    { code: '350000', is: false },
  ])('"$code" is of a district: $is', ({ code, is }) => {
    expect(isDistrictCode(code)).toBe(is);
  });
});
