import { expect, it } from 'vitest';
import { asHours } from '../../../subgraphs/placements/domain/hours.ts';
import { loggedHours } from '../../../subgraphs/placements/domain/logged-hours.ts';

it.each([
  { hours: 7.5, before: 0, fit: { status: 'fits', minutes: 450 } },
  { hours: 24, before: 0, fit: { status: 'fits', minutes: 1440 } },
  { hours: 0.25, before: 1425, fit: { status: 'fits', minutes: 15 } },
  { hours: 0.83, before: 0, fit: { status: 'fits', minutes: 50 } },
  { hours: 1 / 3, before: 0, fit: { status: 'fits', minutes: 20 } },
  { hours: 0.02, before: 0, fit: { status: 'fits', minutes: 1 } },
  { hours: 0, before: 0, fit: { status: 'not-positive' } },
  { hours: -1, before: 0, fit: { status: 'not-positive' } },
  { hours: 0.84, before: 0, fit: { status: 'not-whole-minutes', nearest: 0.83 } },
  { hours: 0.001, before: 0, fit: { status: 'not-whole-minutes', nearest: 0.02 } },
  { hours: 24.02, before: 0, fit: { status: 'too-many-in-a-day', left: 24 } },
  { hours: 0.5, before: 1425, fit: { status: 'too-many-in-a-day', left: 0.25 } },
  { hours: 1, before: 1440, fit: { status: 'too-many-in-a-day', left: 0 } },
  { hours: 1e15, before: 0, fit: { status: 'too-many-in-a-day', left: 24 } },
])('$hours hours after $before minutes of that day: $fit.status', ({ hours, before, fit }) => {
  expect(loggedHours(hours, before)).toEqual(fit);
});

it('every minute of a day can be told in the hours it is shown as', () => {
  for (let minutes = 1; minutes <= 1440; minutes++)
    expect(loggedHours(asHours(minutes), 0)).toEqual({ status: 'fits', minutes });
});
