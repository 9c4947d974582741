import { expect, it } from 'vitest';
import {
  type Comparable,
  differingAspects,
} from '../../../subgraphs/employers-and-sites/domain/compare.ts';

const ONE: Comparable = {
  wblType: 'INTERNSHIP',
  startDate: new Date('2026-07-06'),
  endDate: new Date('2026-08-14'),
  minutesPerWeek: 2_100,
  plannedMinutes: 12_600,
  pay: 'EMPLOYER_PAID',
  hourlyWageCents: 1_675,
  creditBearing: false,
  siteId: 'a',
  minimumAge: null,
  soc: '15-1232',
  demandRating: 'STANDARD',
  technologySupport: ['EQUIPMENT', 'CONNECTIVITY'],
  programId: null,
  programHostId: null,
};

it.each([
  { other: {}, differ: [] },
  { other: { technologySupport: ['CONNECTIVITY', 'EQUIPMENT'] }, differ: [] },
  { other: { startDate: new Date('2026-07-06') }, differ: [] },
  { other: { wblType: 'CAPSTONE', pay: 'UNPAID' }, differ: ['TYPE', 'PAY'] },
  { other: { hourlyWageCents: 1_700, siteId: 'b' }, differ: ['PAY', 'PLACE'] },
  { other: { endDate: new Date('2026-08-21'), minimumAge: 16 }, differ: ['DATES', 'MINIMUM_AGE'] },
  { other: { technologySupport: [], programId: 'p' }, differ: ['TECHNOLOGY', 'PROGRAM'] },
])('three of which one has $other differ in $differ', ({ other, differ }) => {
  expect(differingAspects([ONE, { ...ONE, ...other }, ONE])).toEqual(differ);
});

it('one alone differs in nothing', () => {
  expect(differingAspects([ONE])).toEqual([]);
});
