import type { NetworkTier } from './tier.ts';

export type MapPoint = {
  readonly deseCode: string;
  readonly name: string;
  readonly town: string;
  readonly boardCode: string;
  readonly tier: NetworkTier;
  readonly textEquivalent: string;
  readonly location: { readonly lat: number; readonly lon: number };
};

/** The map as a FeatureCollection of RFC 7946: longitude stands before latitude there. */
export function geoJson(points: readonly MapPoint[]): string {
  const features = points.map(
    ({ deseCode, name, town, boardCode, tier, textEquivalent, location: { lat, lon } }) => ({
      type: 'Feature',
      id: deseCode,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { deseCode, name, town, boardCode, tier, textEquivalent },
    }),
  );
  return JSON.stringify({ type: 'FeatureCollection', features });
}
