import { expect, it } from 'vitest';
import {
  openRequest,
  requestSlots,
} from '../../../subgraphs/employers-and-sites/domain/slots-request.ts';

const NEW = { slots: 4, slotsRequested: null, slotsVersion: 1, slotsRefused: false };
const ASKED = { ...NEW, slotsRequested: 2, slotsVersion: 2 };
const REFUSED = { ...ASKED, slotsRefused: true };

it.each([
  { what: 'nothing', known: NEW, asked: null, version: 1, requested: null },
  { what: 'what there is', known: NEW, asked: 4, version: 1, requested: null },
  { what: 'fewer', known: NEW, asked: 2, version: 2, requested: 2 },
  { what: 'what was asked', known: ASKED, asked: 2, version: 2, requested: 2 },
  {
    what: 'what there is, after asking for fewer',
    known: ASKED,
    asked: 4,
    version: 3,
    requested: 4,
  },
  { what: 'what was refused, again', known: REFUSED, asked: 2, version: 3, requested: 2 },
  { what: 'what there is, after a refusal', known: REFUSED, asked: 4, version: 2, requested: 2 },
])('asking for $what makes version $version', ({ known, asked, version, requested }) => {
  const request = requestSlots(known, asked);
  expect(request).toMatchObject({ slotsVersion: version, slotsRequested: requested });
  if (version > known.slotsVersion) expect(request.slotsRefused).toBe(false);
});

it.each([
  { what: 'never asked', known: NEW, open: null },
  { what: 'asked', known: ASKED, open: { requested: 2, refused: false } },
  { what: 'refused', known: REFUSED, open: { requested: 2, refused: true } },
  { what: 'confirmed', known: { ...ASKED, slots: 2 }, open: null },
])('a request that was $what is shown as $open', ({ known, open }) => {
  expect(openRequest(known)).toEqual(open);
});
