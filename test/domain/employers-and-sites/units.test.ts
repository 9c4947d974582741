import { expect, it } from 'vitest';
import {
  asCents,
  asDollars,
  asHours,
  asMinutes,
} from '../../../subgraphs/employers-and-sites/domain/units.ts';

it.each([
  [0, 0],
  [90, 1.5],
  [50, 0.83],
  [20, 0.33],
  [6_001, 100.02],
])('%d minutes are %d hours', (minutes, hours) => {
  expect(asHours(minutes)).toBe(hours);
});

it.each([
  [0, 0],
  [1_500, 15],
  [1_675, 16.75],
  [1_001, 10.01],
])('%d cents are %d dollars', (cents, dollars) => {
  expect(asDollars(cents)).toBe(dollars);
});

it.each([
  [0.5, 30],
  [150.83, 9_050],
  [37.5, 2_250],
])('%d hours are %d minutes', (hours, minutes) => {
  expect(asMinutes(hours)).toBe(minutes);
});

it.each([
  [16.75, 1_675],
  [15, 1_500],
  [19.99, 1_999],
])('%d dollars are %d cents', (dollars, cents) => {
  expect(asCents(dollars)).toBe(cents);
});
