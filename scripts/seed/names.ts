import { at, type Random } from './random.ts';

/**
 * Every name of the demo is made of plants, minerals, birds and landscape, so that nobody can take
 * it for a person, a school or a company that exists.
 */
const GIVEN_NAMES = [
  'Feldspar', 'Yarrow', 'Plover', 'Quartzite', 'Tansy', 'Dunlin', 'Gneissa', 'Sorrel', 'Whimbrel',
  'Mullein', 'Garnetta', 'Teasel', 'Phalarope', 'Schistel', 'Bramblyn', 'Tanager', 'Micah-Stone', 'Burdock',
  'Merganser', 'Talcum', 'Sedgewyn', 'Willet', 'Gypsum', 'Comfrey', 'Grebelle', 'Olivine', 'Catkin',
  'Vireo', 'Slatey', 'Samphire', 'Towhee', 'Chertley', 'Tamarack', 'Bobolink', 'Felsite', 'Bearberry',
  'Sandpiper', 'Zirconia', 'Goldenrod', 'Bufflehead', 'Dolomita', 'Milkweed', 'Kinglet', 'Cobaltine', 'Spleenwort',
  'Turnstone', 'Travertine', 'Cattail', 'Gadwall', 'Pyriter', 'Snakeroot', 'Sanderling', 'Tourmal', 'Bulrush',
] as const; // biome-ignore format: a list of words

const LAND_FIRST = [
  'Drift',
  'Fern',
  'Kelp',
  'Bog',
  'Moss',
  'Thistle',
  'Ember',
  'Gull',
  'Lichen',
  'Marsh',
  'Nettle',
  'Otter',
  'Pebble',
  'Quill',
  'Reed',
  'Salt',
  'Tide',
  'Umber',
  'Vetch',
  'Wren',
  'Alder',
  'Briar',
  'Clover',
  'Dune',
  'Elder',
  'Flint',
  'Granite',
  'Heron',
  'Ivy',
  'Juniper',
  'Larch',
  'Mallow',
  'Needle',
  'Osprey',
  'Pine',
  'Rush',
] as const;
const LAND_SECOND = [
  'meadow',
  'hollow',
  'ledge',
  'thicket',
  'cove',
  'ridge',
  'bank',
  'glade',
  'shoal',
  'heath',
  'brow',
  'mere',
  'spring',
  'bluff',
  'dell',
  'fen',
  'knoll',
  'moor',
  'notch',
  'outcrop',
  'pool',
  'reach',
  'strand',
  'tarn',
  'vale',
  'weir',
  'copse',
  'eddy',
  'gully',
  'islet',
  'kame',
  'lagoon',
  'pasture',
  'scree',
  'terrace',
  'upland',
] as const;

export const personName = (random: Random): string =>
  `${random.pick(GIVEN_NAMES)} ${random.pick(LAND_FIRST)}${random.pick(LAND_SECOND)}`;

const PLACE_FIRST = [
  'Cranberry',
  'Lantern',
  'Puffin',
  'Gravel',
  'Milkweed',
  'Foghorn',
  'Turnip',
  'Beaver',
  'Saltbox',
  'Thimble',
  'Windfall',
  'Pinecone',
  'Lobster',
  'Kettle',
  'Snowdrift',
  'Rhubarb',
  'Driftwood',
  'Acorn',
  'Barnacle',
  'Clamshell',
  'Dragonfly',
  'Fiddlehead',
  'Gooseberry',
  'Hopscotch',
  'Icicle',
  'Jellyfish',
  'Kingfisher',
  'Ladybug',
  'Mushroom',
  'Nutmeg',
  'Oyster',
  'Pumpkin',
  'Quahog',
  'Raincoat',
  'Seaweed',
  'Tadpole',
] as const;
const PLACE_SECOND = [
  'Bog',
  'Harbor Bend',
  'Boulder',
  'Kettlehole',
  'Stile',
  'Millrace',
  'Causeway',
  'Orchard Row',
  'Drumlin',
  'Esker',
  'Footbridge',
  'Gatepost',
  'Haystack',
  'Inlet Rock',
  'Jetty',
  'Knob',
  'Ledges',
  'Mudflat',
  'Narrows',
  'Overlook',
  'Portage',
  'Quarry Pool',
  'Rill',
  'Sandbar',
  'Toll Path',
  'Underhill',
  'Vernal Pool',
  'Windbreak',
  'Yardarm',
  'Breakwater',
  'Cordwood',
  'Dry Dock',
  'Elm Stump',
  'Fence Line',
  'Granite Step',
  'Hedgerow',
] as const;

/** Invented place names, each different from all before. "Cranberry Bog" is the first. */
export function placeNames(): () => string {
  let next = 0;
  const total = PLACE_FIRST.length * PLACE_SECOND.length;
  return () => {
    const index = (next * STRIDE) % total;
    next += 1;
    if (next > total) throw new RangeError(`There are only ${total} invented place names.`);
    const first = at(PLACE_FIRST, index % PLACE_FIRST.length);
    return `${first} ${at(PLACE_SECOND, Math.floor(index / PLACE_FIRST.length))}`;
  };
}
/** Shares no factor with the number of names, so that every one comes once. */
const STRIDE = 613;

/** Invented company names, each different from all before. */
export function companyNames(random: Random): (kind: string) => string {
  const used = new Set<string>();
  return (kind) => {
    for (;;) {
      const name = `${random.pick(PLACE_FIRST)} & ${random.pick(LAND_FIRST)}${random.pick(LAND_SECOND)} ${kind}`;
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
  };
}

/** A mailbox that cannot exist: example.org is reserved. */
export const mailbox = (name: string, at: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${at}@example.org`;
