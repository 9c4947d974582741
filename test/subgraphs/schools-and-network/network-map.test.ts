import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from './support/network.ts';

const WHOS_ON_THE_MAP = `query WhosOnTheMap { networkMap(tiers: [PARTNER, MEMBER]) {
  tier textEquivalent location { lat lon } school { deseCode name town board { code name } } } }`;
const SENTENCES = `query ($tiers: [NetworkTier!], $boards: [WorkforceBoardCode!]) {
  networkMap(tiers: $tiers, boards: $boards) { textEquivalent } }`;

const BOG = 'Cranberry Bog High School, Somerville, Metro North region: partner.';
const HARBOR = 'Harbor High School, Boston, Boston region: member.';
const ELM = 'Elm High School, Medford, Metro North region: not in the network.';

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.board('BOSTON');
  await make.district();
  const place = { lat: 42.39, lon: -71.1 };
  await make.school('99010505', { name: 'Cranberry Bog High School', tier: 'PARTNER', ...place });
  await make.school('99010510', { name: 'Elm High School', town: 'Medford', ...place });
  await make.school('99010515', {
    name: 'Harbor High School',
    town: 'Boston',
    board_code: 'BOSTON',
    tier: 'MEMBER',
    ...place,
  });
  await make.school('99010520', { name: 'Nowhere High School', tier: 'PARTNER' });
});

afterAll(() => network.stop());

const sentences = async (question: object) => {
  const { data } = await network.ask(SENTENCES, { ...question });
  const features = data?.networkMap as { textEquivalent: string }[];
  return features.map((each) => each.textEquivalent);
};

describe('the network map', () => {
  it('answers the public website, board included, in one statement', async () => {
    const location = { lat: 42.39, lon: -71.1 };
    expect(await network.ask(WHOS_ON_THE_MAP)).toEqual({
      data: {
        networkMap: [
          {
            tier: 'MEMBER',
            textEquivalent: HARBOR,
            location,
            school: {
              deseCode: '99010515',
              name: 'Harbor High School',
              town: 'Boston',
              board: { code: 'BOSTON', name: 'MassHire BOSTON Workforce Board' },
            },
          },
          {
            tier: 'PARTNER',
            textEquivalent: BOG,
            location,
            school: {
              deseCode: '99010505',
              name: 'Cranberry Bog High School',
              town: 'Somerville',
              board: { code: 'METRO_NORTH', name: 'MassHire METRO_NORTH Workforce Board' },
            },
          },
        ],
      },
    });
    expect(await network.cost(() => network.ask(WHOS_ON_THE_MAP))).toBe(1);
  });

  it.each([
    { filter: {}, expected: [HARBOR, BOG, ELM] },
    { filter: { tiers: ['PARTNER'] }, expected: [BOG] },
    { filter: { tiers: [] }, expected: [] },
    { filter: { boards: ['BOSTON', 'BERKSHIRE'] }, expected: [HARBOR] },
    { filter: { tiers: ['PARTNER', 'MEMBER'], boards: ['METRO_NORTH'] }, expected: [BOG] },
  ])('shows by $filter only schools with a location', async ({ filter, expected }) => {
    expect(await sentences(filter)).toEqual(expected);
  });
});
